package io.github.sid4j.internal.fetch;

import io.github.sid4j.internal.fetch.ScriptedServer.Reply;
import io.github.sid4j.internal.fetch.ScriptedServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Good and bad answers of servers. */
final class Replies {
  static final String TAG = "ETag: \"v1\"";

  private Replies() {}

  /** Sends all of it, whatever range was asked for. */
  static Reply whole(byte[] content, String... headers) {
    return (request, out) -> send(out, "200 OK", content.length, content, headers);
  }

  /** Announces all of it and hangs up after a part. */
  static Reply cut(byte[] content, int after, String... headers) {
    return (request, out) ->
        send(out, "200 OK", content.length, Arrays.copyOf(content, after), headers);
  }

  /** Announces all of it, sends a part and then nothing more. */
  static Reply stall(byte[] content, int after, String... headers) {
    return (request, out) -> {
      cut(content, after, headers).to(request, out);
      waitForHangUp(request);
    };
  }

  /** Never says a word. */
  static Reply silence() {
    return (request, out) -> waitForHangUp(request);
  }

  /** As a good server does it: the rest if the tag is still the same, else all. */
  static Reply ranged(byte[] content, String tag) {
    return (request, out) -> {
      String range = request.headers().get("range");
      if (range == null || !tag.equals(request.headers().get("if-range"))) {
        whole(content, "ETag: " + tag).to(request, out);
        return;
      }
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      rest(content, from, from).to(request, out);
    };
  }

  /** The rest from an offset on, said to be from another or the same one. */
  static Reply rest(byte[] content, int from, int said) {
    return (request, out) -> {
      byte[] rest = Arrays.copyOfRange(content, from, content.length);
      String range = "bytes " + said + "-" + (content.length - 1) + "/" + content.length;
      send(out, "206 Partial Content", rest.length, rest, TAG, "Content-Range: " + range);
    };
  }

  static Reply status(int status) {
    return (request, out) -> send(out, status + " Status", 0, new byte[0]);
  }

  static Reply redirect(String location) {
    return (request, out) -> send(out, "302 Found", 0, new byte[0], "Location: " + location);
  }

  /** Any length may be announced; a negative one is not. */
  static void send(OutputStream out, String status, long length, byte[] body, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    if (length >= 0) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static void waitForHangUp(Request request) throws IOException {
    request.rest().readLine();
  }
}
