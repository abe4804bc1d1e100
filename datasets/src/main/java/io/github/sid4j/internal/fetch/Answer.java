package io.github.sid4j.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's final answer to a request: its status, what matters of its headers, its body. */
record Answer(HttpURLConnection connection, int status) implements AutoCloseable {
  static final int OK = 200;
  static final int PARTIAL = 206;
  static final int RANGE_REFUSED = 416;

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  /** The announced length of the body, or -1. */
  long length() {
    return connection.getContentLengthLong();
  }

  /** Whether the body is what comes from an offset on in a file of a size. */
  boolean continuesAt(long offset, long total) {
    String range = Optional.ofNullable(connection.getHeaderField("Content-Range")).orElse("");
    Matcher parts = CONTENT_RANGE.matcher(range);
    return status == PARTIAL
        && parts.matches()
        && Long.parseLong(parts.group(1)) == offset
        && (parts.group(2).equals("*") || Long.parseLong(parts.group(2)) == total);
  }

  /** What If-Range may name later: a strong entity tag, else the date of the last change. */
  Optional<String> validator() {
    String tag = connection.getHeaderField("ETag");
    // RFC 9110, 13.1.5: a weak tag does not promise the same bytes.
    if (tag != null && tag.startsWith("\"")) {
      return Optional.of(tag);
    }
    return Optional.ofNullable(connection.getHeaderField("Last-Modified"));
  }

  /** A header of it. */
  Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name)).map(String::strip);
  }

  /** Whether another server gives it than the one that was asked first. */
  boolean isElsewhere(URI asked) {
    return !Addresses.sameServer(asked, URI.create(connection.getURL().toString()));
  }

  InputStream body() throws IOException {
    return connection.getInputStream();
  }

  /** Drops the connection: the rest of a body that nobody wants is not waited for. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
