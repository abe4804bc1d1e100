package io.github.sid4j.internal.fetch;

import java.net.URI;
import java.util.Map;

/** Which addresses a download may ask, and what it says to each of them. */
interface RequestRules {
  /** Any address of the web, for files whose hashes are known beforehand. */
  RequestRules OPEN = uri -> true;

  /** Whether an address may be asked, also one that a redirect leads to. */
  boolean allows(URI uri);

  /** Headers for an address, and for no other that it redirects to. */
  default Map<String, String> headers(URI uri) {
    return Map.of();
  }
}
