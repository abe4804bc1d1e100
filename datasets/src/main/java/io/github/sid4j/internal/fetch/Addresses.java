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

  /** Whether nobody on the way can read along: encrypted, or on this machine. */
  static boolean isPrivate(URI uri) {
    return isWeb(uri) && (isSecure(uri) || isLoopback(uri.getHost()));
  }

  /** By the text alone: a name could be made to lead elsewhere. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether two addresses are of one server. */
  static boolean sameServer(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
  }
}
