package io.github.sid4j.internal.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server needs to know of a request (RFC 9112). A body is never looked at.
 *
 * @param method as it was sent
 * @param path of the target, without a query
 * @param host empty without one
 */
record RequestHead(String method, String path, String host) {
  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\\x21-\\x7E]+) HTTP/1\\.[01]");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\x00-\\x08\\x0A-\\x1F\\x7F]*)");

  /**
   * Where a head ends.
   *
   * @param bytes that arrived so far
   * @param length how many
   * @return how many of them are the head with its empty line, -1 if that has not arrived
   */
  static int end(byte[] bytes, int length) {
    int lineLength = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n' && lineLength == 0 && i > 1) {
        return i + 1;
      }
      // A carriage return in front of the line end does not make a line.
      if (bytes[i] != '\r') {
        lineLength = bytes[i] == '\n' ? 0 : lineLength + 1;
      }
    }
    return -1;
  }

  /** Empty for what is no request, or has two hosts. */
  static Optional<RequestHead> parse(byte[] bytes, int length) {
    String[] lines = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    Matcher first = LINE.matcher(lines[0]);
    if (!first.matches()) {
      return Optional.empty();
    }
    List<String> hosts = new ArrayList<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      Matcher field = FIELD.matcher(lines[i]);
      if (!field.matches()) {
        return Optional.empty();
      }
      if (field.group(1).toLowerCase(Locale.ROOT).equals("host")) {
        hosts.add(field.group(2).strip());
      }
    }
    if (hosts.size() > 1) {
      return Optional.empty();
    }
    String path = first.group(2).split("\\?", 2)[0];
    String host = hosts.isEmpty() ? "" : hosts.get(0);
    return Optional.of(new RequestHead(first.group(1), path, host));
  }
}
