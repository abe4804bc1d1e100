package io.github.sid4j.internal.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers one reply after the other, the last one for ever. */
final class ScriptedServer implements AutoCloseable {
  /** What a client asked for; header names are in lower case. */
  record Request(String path, Map<String, String> headers, BufferedReader rest) {}

  /** Writes raw bytes, so that it can misbehave in every way. */
  interface Reply {
    void to(Request request, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Reply> replies;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer(Reply... replies) throws IOException {
    this.replies = new ConcurrentLinkedQueue<>(List.of(replies));
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI home() {
    String host = socket.getInetAddress().getHostAddress();
    return URI.create("http://" + host + ":" + socket.getLocalPort() + "/");
  }

  List<Request> requests() {
    return requests;
  }

  /** The Range headers that came, in order, with {@code none} for a request without one. */
  List<String> ranges() {
    return requests.stream().map(r -> r.headers().getOrDefault("range", "none")).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      Map<String, String> headers = new TreeMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      Request request = new Request(first.split(" ", 3)[1], headers, in);
      requests.add(request);
      Reply reply = replies.size() > 1 ? replies.remove() : replies.element();
      reply.to(request, client.getOutputStream());
    } catch (IOException e) {
      // The client hung up, which is what some tests are about.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
