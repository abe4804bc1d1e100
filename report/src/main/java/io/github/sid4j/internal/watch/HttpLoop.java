package io.github.sid4j.internal.watch;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Serves HTTP to clients of which some are slow or hostile. One thread talks to all of them and
 * waits for none; others make the answers. The JDK's server has a thread wait for each client, and
 * time limits for the whole process only, by system properties.
 */
final class HttpLoop implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final long PAUSE_NANOS = 50_000_000;

  private record Made(Connection connection, Response answer, boolean withBody) {}

  private final ServerSocketChannel server;
  private final Selector selector;
  private final ServerLimits limits;
  private final Map<String, String> headers;
  private final Function<RequestHead, Response> answers;

  /** In the order in which they were opened. */
  private final Set<Connection> connections = new LinkedHashSet<>();

  private final Queue<Made> made = new ConcurrentLinkedQueue<>();
  private final ThreadPoolExecutor workers;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Begins to serve.
   *
   * @param server bound to its address; closed with this
   * @param headers that go with every answer
   * @param answers for requests, by several threads
   */
  HttpLoop(
      ServerSocketChannel server,
      ServerLimits limits,
      Map<String, String> headers,
      Function<RequestHead, Response> answers)
      throws IOException {
    this.server = server;
    this.limits = limits;
    this.headers = Map.copyOf(headers);
    this.answers = answers;
    selector = Selector.open();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()),
            HttpLoop::daemon);
    thread = daemon(this::run);
    thread.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "watch");
    thread.setDaemon(true);
    return thread;
  }

  private void run() {
    while (!closed) {
      try {
        selector.select(millisLeft());
      } catch (IOException e) {
        // Nothing can be waited for, so that all clients have a little time.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      if (closed) {
        return;
      }
      sendWhatIsMade();
      Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
      while (ready.hasNext()) {
        SelectionKey key = ready.next();
        ready.remove();
        if (key.attachment() instanceof Connection connection) {
          serve(connection);
        } else {
          accept();
        }
      }
      endWhatIsLate();
    }
  }

  /** Until the next deadline, at least 1; 0, which is forever, without connections. */
  private long millisLeft() {
    long now = System.nanoTime();
    return connections.stream()
        .mapToLong(
            connection -> Math.max(1, TimeUnit.NANOSECONDS.toMillis(connection.left(now)) + 1))
        .min()
        .orElse(0);
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel == null) {
        return;
      }
      if (connections.size() >= limits.connections()) {
        oldest().ifPresent(this::end);
      }
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      Connection connection = new Connection(channel, key, limits);
      key.attach(connection);
      connections.add(connection);
    } catch (IOException e) {
      // The process has no file left, or the client is gone again.
      oldest().ifPresentOrElse(this::end, () -> LockSupport.parkNanos(PAUSE_NANOS));
    }
  }

  /** Of those that have not sent their request, if there are any: it may never come. */
  private Optional<Connection> oldest() {
    return connections.stream().min(Comparator.comparing(Connection::isAnswered));
  }

  private void serve(Connection connection) {
    if (!connection.isOpen()) {
      return;
    }
    try {
      switch (connection.state()) {
        case READING -> read(connection);
        case WRITING -> connection.write();
        case RESTING -> connection.rest();
        case WAITING -> {}
      }
      if (!connection.isOpen()) {
        connections.remove(connection);
      }
    } catch (IOException e) {
      end(connection);
    }
  }

  private void read(Connection connection) throws IOException {
    int length = connection.read();
    if (length < 0) {
      return;
    }
    if (length == 0) {
      send(connection, Response.TOO_LARGE, true);
      return;
    }
    Optional<RequestHead> head = RequestHead.parse(connection.head(), length);
    if (head.isEmpty()) {
      send(connection, Response.BAD_REQUEST, true);
      return;
    }
    boolean withBody = !head.get().method().equals("HEAD");
    connection.await();
    try {
      workers.execute(
          () -> {
            made.add(new Made(connection, make(head.get()), withBody));
            selector.wakeup();
          });
    } catch (RejectedExecutionException e) {
      send(connection, Response.BUSY, withBody);
    }
  }

  /** Whatever goes wrong in making a page, the client is answered. */
  private Response make(RequestHead head) {
    try {
      return answers.apply(head);
    } catch (RuntimeException e) {
      return Response.BROKEN;
    }
  }

  private void sendWhatIsMade() {
    for (Made one = made.poll(); one != null; one = made.poll()) {
      if (one.connection().isOpen()) {
        try {
          send(one.connection(), one.answer(), one.withBody());
        } catch (IOException e) {
          end(one.connection());
        }
      }
    }
  }

  private void send(Connection connection, Response answer, boolean withBody) throws IOException {
    connection.send(answer.bytes(headers, withBody));
  }

  private void endWhatIsLate() {
    long now = System.nanoTime();
    for (Connection connection : Set.copyOf(connections)) {
      if (connection.left(now) > 0) {
        continue;
      }
      try {
        if (connection.isHalfRead()) {
          send(connection, Response.TOO_SLOW, true);
        } else {
          end(connection);
        }
      } catch (IOException e) {
        end(connection);
      }
    }
  }

  private void end(Connection connection) {
    connection.close();
    connections.remove(connection);
  }

  /** Ends all connections. */
  @Override
  public void close() {
    closed = true;
    workers.shutdownNow();
    selector.wakeup();
    try {
      thread.join();
      server.close();
      selector.close();
    } catch (IOException e) {
      // Nothing is served any more either way.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(Connection::close);
  }
}
