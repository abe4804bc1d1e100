package io.github.sid4j.internal.watch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param status of HTTP, with its words
 * @param type of the text
 * @param text of the body
 */
record Response(String status, String type, String text) {
  static final Response BAD_REQUEST = plain("400 Bad Request", "no request that is understood\n");
  static final Response NOT_FOUND = plain("404 Not Found", "no such page\n");
  static final Response WRONG_METHOD = plain("405 Method Not Allowed", "only GET\n");
  static final Response TOO_SLOW = plain("408 Request Timeout", "the request took too long\n");
  static final Response TOO_LARGE =
      plain("431 Request Header Fields Too Large", "the request is too long\n");
  static final Response BROKEN = plain("500 Internal Server Error", "the page cannot be made\n");
  static final Response BUSY = plain("503 Service Unavailable", "too many requests at once\n");

  static Response plain(String status, String text) {
    return new Response(status, "text/plain", text);
  }

  static Response page(String html) {
    return new Response("200 OK", "text/html", html);
  }

  /**
   * The answer as it is sent. The connection ends with it, so that none has to be kept.
   *
   * @param headers that go with every answer
   * @param withBody false for a request that wants none
   */
  ByteBuffer bytes(Map<String, String> headers, boolean withBody) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    headers.forEach((name, value) -> field(head, name, value));
    field(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now()));
    field(head, "Content-Type", type + "; charset=utf-8");
    field(head, "Content-Length", Integer.toString(body.length));
    if (equals(WRONG_METHOD)) {
      field(head, "Allow", "GET");
    }
    field(head, "Connection", "close");
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(start.length + (withBody ? body.length : 0)).put(start);
    return (withBody ? bytes.put(body) : bytes).flip();
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
