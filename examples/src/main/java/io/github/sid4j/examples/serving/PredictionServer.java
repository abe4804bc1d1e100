package io.github.sid4j.examples.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sid4j.predict.Classifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the model of a run over HTTP: {@code GET /ping} and {@code POST /predictions}. It loads
 * the run once and listens on this machine alone. Safe for several threads.
 *
 * <pre>{@code
 * PredictionServer RUN [PORT]
 * }</pre>
 */
public final class PredictionServer implements AutoCloseable {
  private static final int PORT = 8080;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Classifier classifier;

  private PredictionServer(HttpServer server, ExecutorService threads, Classifier classifier) {
    this.server = server;
    this.threads = threads;
    this.classifier = classifier;
  }

  public static void main(String[] args) throws IOException {
    Classifier classifier = Classifier.open(Path.of(args[0]));
    int port = args.length > 1 ? Integer.parseInt(args[1]) : PORT;
    PredictionServer started = start(classifier, port, ServingLimits.DEFAULT);
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    System.out.println("serves http://localhost:" + started.port() + "/predictions");
  }

  /**
   * Starts to serve.
   *
   * @param classifier becomes the server's, which closes it
   * @param port 0 for any that is free
   * @param limits of bodies and of requests at once
   * @return the server
   * @throws IOException if the port is taken
   */
  public static PredictionServer start(Classifier classifier, int port, ServingLimits limits)
      throws IOException {
    // Without the first, an answer waits for a delayed acknowledgement of the client. The others
    // bound how many clients may connect, and for how many seconds one may send its request.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("jdk.httpserver.maxConnections", "200");
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    // A thread for each connection; the limits say how many of them compute.
    ExecutorService threads = Executors.newCachedThreadPool();
    PredictionHandler predictions = new PredictionHandler(classifier, limits);
    server.createContext("/ping", exchange -> send(exchange, ping(exchange, classifier)));
    server.createContext("/predictions", exchange -> send(exchange, predictions.answer(exchange)));
    server.setExecutor(threads);
    server.start();
    return new PredictionServer(server, threads, classifier);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static JsonAnswer ping(HttpExchange exchange, Classifier classifier) {
    return exchange.getRequestMethod().equals("GET")
        ? JsonAnswer.of(PredictionHandler.OK, classifier.description().classNames())
        : JsonAnswer.refused(
            PredictionHandler.NO_SUCH_METHOD, "expected GET, found " + exchange.getRequestMethod());
  }

  private static void send(HttpExchange exchange, JsonAnswer answer) throws IOException {
    try (exchange) {
      answer.send(exchange);
    }
  }

  /** Stops to listen, waits up to a second for answers under way, and closes the classifier. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
    classifier.close();
  }
}
