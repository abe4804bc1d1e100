package io.github.sid4j.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Shows one run at an address that only this machine can reach. It knows two routes, the page and
 * what of it changes, takes no input, and reads no other files than those of the run.
 */
public final class WatchServer implements AutoCloseable {
  /** Where it is to be found if nothing else is asked for and the port is free. */
  public static final int PORT = 7430;

  private static final int PORTS_TRIED = 20;
  private static final int HIGHEST_PORT = 65_535;
  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;
  private final WatchPage page;
  private final Set<String> hosts;

  private WatchServer(HttpServer server, WatchPage page) {
    this.server = server;
    this.page = page;
    int port = server.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.threads = Executors.newFixedThreadPool(THREADS, WatchServer::daemon);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  /**
   * Begins to show a run.
   *
   * @param run its folder, which need not be there yet
   * @param port to be found at; 0 for any that is free, empty for {@link #PORT} or the next free
   *     one
   * @return running until it is closed
   * @throws InputException when the folder is none of a run or the port is taken
   * @throws IOException when the folder cannot be read
   */
  public static WatchServer start(Path run, OptionalInt port) throws IOException {
    RunReader reader = new RunReader(run);
    reader.check();
    return show(reader::look, port);
  }

  static WatchServer show(Supplier<WatchedRun> run, OptionalInt port) throws IOException {
    WatchServer watch = new WatchServer(bind(port), new WatchPage(run));
    watch.server.start();
    return watch;
  }

  private static HttpServer bind(OptionalInt wanted) throws IOException {
    if (wanted.isPresent() && (wanted.getAsInt() < 0 || wanted.getAsInt() > HIGHEST_PORT)) {
      throw new InputException(
          "port",
          "a number from 0 to " + HIGHEST_PORT,
          Integer.toString(wanted.getAsInt()),
          "choose another, or 0 for any that is free");
    }
    // By number, since a name may be told to mean something else.
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    int first = wanted.orElse(PORT);
    int last = wanted.isPresent() ? first : first + PORTS_TRIED - 1;
    for (int port = first; port <= last; port++) {
      try {
        return HttpServer.create(new InetSocketAddress(loopback, port), 0);
      } catch (BindException e) {
        // Taken by another; the next may be free.
      }
    }
    throw new InputException(
        "port",
        "a free port",
        first == last ? first + ", which is taken" : first + " to " + last + ", which are taken",
        "choose another by --port, or 0 for any that is free");
  }

  /**
   * Where the page is.
   *
   * @return for example {@code http://127.0.0.1:7430/}
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      // A page of another site may have its name mean this machine; its host gives it away.
      if (host == null || !hosts.contains(host)) {
        send(exchange, 403, "text/plain", "ask for " + uri() + "\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, "text/plain", "only GET\n");
      } else {
        switch (String.valueOf(exchange.getRequestURI().getPath())) {
          case "/" -> send(exchange, 200, "text/html", page.whole());
          case "/now" -> send(exchange, 200, "text/html", page.now());
          default -> send(exchange, 404, "text/plain", "no such page\n");
        }
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    WatchPage.HEADERS.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "watch");
    thread.setDaemon(true);
    return thread;
  }

  /** Shows nothing any more. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
