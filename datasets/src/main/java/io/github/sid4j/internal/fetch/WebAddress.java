package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.net.URI;

/**
 * The address of a file of weights, perhaps with its hash behind {@code #sha256=}.
 *
 * @param uri without the hash
 * @param checksum of the file; {@link Checksum#unstated} if none is given
 */
record WebAddress(URI uri, Checksum checksum) {
  private static final String HASH = "sha256=";

  /**
   * Reads an address.
   *
   * @throws InputException if it is none, not encrypted, or of another kind of file
   */
  static WebAddress of(String text, String ending) {
    try {
      URI all = URI.create(text);
      String fragment = all.getRawFragment();
      URI uri = fragment == null ? all : URI.create(text.substring(0, text.indexOf('#')));
      boolean hashed = fragment != null && fragment.matches(HASH + "[0-9a-fA-F]{64}");
      boolean plain = uri.getRawUserInfo() == null && (fragment == null || hashed);
      boolean named = uri.getRawPath() != null && name(uri).matches("[A-Za-z0-9][A-Za-z0-9._-]*");
      if (Addresses.isPrivate(uri) && plain && named && uri.getRawPath().endsWith(ending)) {
        Checksum checksum =
            hashed ? Checksum.sha256(fragment.substring(HASH.length())) : Checksum.unstated();
        return new WebAddress(uri, checksum);
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw new InputException(
        "pretrained",
        "the https address of a " + ending + " file, perhaps with #sha256= and its hash behind it",
        text.replaceFirst("//[^/]*@", "//...@").replaceAll("[?#].*", "..."),
        "correct it; a file of PyTorch is a program: fetch and convert it yourself");
  }

  private static String name(URI uri) {
    String path = uri.getRawPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The file's name. */
  String name() {
    return name(uri);
  }

  /** A file next to it. */
  URI sibling(String name) {
    return uri.resolve(name);
  }

  /** Without what may be a secret. */
  String shown() {
    String text = uri.toString();
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }
}
