package io.github.sid4j.internal.fetch;

import java.net.URI;

/** Which addresses may be asked. */
final class Addresses {
  private static final int LAST_PORT = 65_535;

  private Addresses() {}

  /** Whether an address is one of the web, with a host and a port that can exist. */
  static boolean isWeb(URI uri) {
    boolean web = isSecure(uri) || "http".equalsIgnoreCase(uri.getScheme());
    return web && uri.getHost() != null && uri.getPort() <= LAST_PORT;
  }

  /** Whether a redirect keeps to the web and does not give up encryption on the way. */
  static boolean mayLead(URI from, URI to) {
    return isWeb(to) && (isSecure(to) || !isSecure(from));
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
