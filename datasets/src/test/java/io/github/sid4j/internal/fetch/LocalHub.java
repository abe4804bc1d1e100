package io.github.sid4j.internal.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub on loopback with one repository, and a second server that holds its large file. */
final class LocalHub implements AutoCloseable {
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  static final byte[] CONFIG =
      "{\"architecture\": \"resnet18\"}".getBytes(StandardCharsets.US_ASCII);

  /** A request to either server. */
  record Request(String server, String method, String path, String token, String range) {}

  private final HttpServer hub = server("hub");
  private final HttpServer store = server("store");
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Integer> failures = new ArrayDeque<>();
  private final Map<String, String> refusal = new HashMap<>();
  private byte[] content = Sample.CONTENT;
  private int cutAfter = -1;

  LocalHub() throws IOException {}

  private HttpServer server(String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(
                new Request(
                    name,
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Range")));
            if (name.equals("hub")) {
              asHub(exchange);
            } else {
              asStore(exchange);
            }
          }
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String endpoint() {
    return address(hub);
  }

  List<Request> requests() {
    return requests;
  }

  /** The next answers of the store are these instead. */
  void failing(Integer... statuses) {
    failures.addAll(Arrays.asList(statuses));
  }

  /** The hub answers everything by a status and an error code. */
  void refusing(int status, String code) {
    refusal.put("status", Integer.toString(status));
    refusal.put("code", code);
  }

  /** The store sends other bytes than the hub states. */
  void sending(byte[] other) {
    content = other;
  }

  /** The store's next answer breaks off. */
  void cuttingAfter(int bytes) {
    cutAfter = bytes;
  }

  private void asHub(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!refusal.isEmpty()) {
      exchange.getResponseHeaders().set("X-Error-Code", refusal.get("code"));
      exchange.sendResponseHeaders(Integer.parseInt(refusal.get("status")), -1);
    } else if (path.equals("/org/net/resolve/main/model.safetensors")) {
      exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
      exchange
          .getResponseHeaders()
          .set("X-Linked-Etag", "\"" + Sample.sha256(Sample.CONTENT).hex() + "\"");
      exchange.getResponseHeaders().set("X-Linked-Size", "" + Sample.CONTENT.length);
      exchange.getResponseHeaders().set("Location", address(store) + "/blob?signature=secret");
      exchange.sendResponseHeaders(302, -1);
    } else if (path.equals("/org/net/resolve/main/config.json")) {
      exchange.getResponseHeaders().set("Location", "/moved/config.json");
      exchange.sendResponseHeaders(307, -1);
    } else if (path.equals("/moved/config.json")) {
      exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
      exchange.getResponseHeaders().set("ETag", "\"" + gitHash() + "\"");
      send(exchange, CONFIG, CONFIG.length);
    } else {
      exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
      exchange.sendResponseHeaders(404, -1);
    }
  }

  /** {@code git hash-object} of {@link #CONFIG}. */
  static String gitHash() {
    return "45788c980b08891d341232fa38bc22fbc06aeb75";
  }

  private void asStore(HttpExchange exchange) throws IOException {
    Integer failure = failures.poll();
    if (failure != null) {
      exchange.sendResponseHeaders(failure, -1);
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"v1\"");
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    if (range != null) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %s-%s/%s".formatted(from, content.length - 1, content.length));
    }
    int end = cutAfter < 0 ? rest.length : cutAfter;
    cutAfter = -1;
    exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
    OutputStream out = exchange.getResponseBody();
    out.write(rest, 0, end);
    out.flush();
  }

  private static void send(HttpExchange exchange, byte[] body, long length) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
    }
    exchange.sendResponseHeaders(200, head ? -1 : length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    hub.stop(0);
    store.stop(0);
  }
}
