package io.github.sid4j.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that send little, late or nothing can do to others. */
@Timeout(60)
class SlowClientsTest {
  /** No deadline of these is met within a test. */
  private static final ServerLimits PATIENT =
      limits(Duration.ofHours(1), Duration.ofHours(1), 64, 32);

  @TempDir private static Path temp;

  private static WatchedRun seen;
  private static RunFolder held;

  @BeforeAll
  static void run() throws IOException {
    held = RunFolder.create(temp.resolve("run"), false);
    new SomeRun(temp.resolve("run")).begun().epoch(1).live(2, 25);
    seen = new LiveRunReader(temp.resolve("run")).look();
  }

  @AfterAll
  static void end() throws IOException {
    held.close();
  }

  private static ServerLimits limits(Duration head, Duration answer, int connections, int waiting) {
    return new ServerLimits(head, answer, Duration.ofSeconds(30), connections, waiting, 8192);
  }

  private static WatchServer server(ServerLimits limits) throws IOException {
    return WatchServer.show(() -> seen, OptionalInt.of(0), limits);
  }

  private static Socket connect(WatchServer server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
  }

  private static Socket send(WatchServer server, String text) throws IOException {
    Socket socket = connect(server);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String get(WatchServer server) {
    return "GET /now HTTP/1.1\r\nHost: 127.0.0.1:" + server.uri().getPort() + "\r\n\r\n";
  }

  private static String answer(Socket socket) throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "GET / HTTP/1.1\r\nHost: evil\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1",
        "POST / HTTP/1.1\r\nHost: evil\r\nContent-Length: 1000000000\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n",
        "\u0016\u0003\u0001"
      })
  void othersAreAnsweredWhileMoreClientsThanThereMayBeSendNoMoreThanThis(String part)
      throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (WatchServer server = server(PATIENT)) {
      for (int i = 0; i < 2 * PATIENT.connections(); i++) {
        slow.add(send(server, part));
      }
      String answer = answer(send(server, get(server)));
      // Whole requests, which are refused, may keep all threads busy for a moment.
      while (part.contains("\r\n\r\n") && answer.startsWith("HTTP/1.1 503 ")) {
        answer = answer(send(server, get(server)));
      }
      assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void ofTooManyConnectionsTheOldestWithoutARequestIsClosed() throws IOException {
    try (WatchServer server = server(PATIENT);
        Socket first = connect(server)) {
      List<Socket> others = new ArrayList<>();
      for (int i = 0; i < PATIENT.connections(); i++) {
        others.add(connect(server));
      }
      assertThat(first.getInputStream().read()).isEqualTo(-1);
      assertThat(answer(send(server, get(server)))).startsWith("HTTP/1.1 200 ");
      for (Socket socket : others) {
        socket.close();
      }
    }
  }

  @Test
  void aRequestThatDoesNotEndInTimeIsRefused() throws IOException {
    ServerLimits limits = limits(Duration.ofMillis(1), Duration.ofHours(1), 64, 32);
    try (WatchServer server = server(limits)) {
      assertThat(answer(send(server, "GET / HTTP/1.1\r\n"))).startsWith("HTTP/1.1 408 ");
      assertThat(answer(connect(server))).isEmpty();
    }
  }

  @Test
  void aByteNowAndThenDoesNotPutTheDeadlineOff() throws IOException {
    ServerLimits limits = limits(Duration.ofMillis(50), Duration.ofHours(1), 64, 32);
    try (WatchServer server = server(limits);
        Socket socket = send(server, "GET / HTTP/1.1\r\nX: ")) {
      InputStream in = socket.getInputStream();
      while (in.available() == 0) {
        socket.getOutputStream().write('x');
        Thread.onSpinWait();
      }
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isIn("HTTP/1.1 408", "HTTP/1.1 431");
    }
  }

  @Test
  void anAnswerThatIsNotFetchedInTimeIsTakenBack() throws IOException {
    ServerLimits limits = limits(Duration.ofHours(1), Duration.ofNanos(1), 64, 32);
    CountDownLatch asked = new CountDownLatch(1);
    try (WatchServer server =
            WatchServer.show(
                () -> {
                  await(asked);
                  return seen;
                },
                OptionalInt.of(0),
                limits);
        Socket socket = send(server, get(server))) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      asked.countDown();
    }
  }

  @Test
  void moreRequestsThanMayWaitAreRefusedAtOnceAndTheOthersAnswered() throws IOException {
    CountDownLatch go = new CountDownLatch(1);
    ServerLimits limits = limits(Duration.ofHours(1), Duration.ofHours(1), 64, 1);
    try (WatchServer server =
        WatchServer.show(
            () -> {
              await(go);
              return seen;
            },
            OptionalInt.of(0),
            limits)) {
      // Two are worked on and one waits; of four, one at least is refused while all are held up.
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sockets.add(send(server, get(server)));
      }
      Socket refused = null;
      while (refused == null) {
        for (Socket socket : sockets) {
          if (socket.getInputStream().available() > 0) {
            refused = socket;
          }
        }
        Thread.onSpinWait();
      }
      sockets.remove(refused);
      assertThat(answer(refused)).startsWith("HTTP/1.1 503 ");
      go.countDown();
      for (Socket socket : sockets) {
        assertThat(answer(socket)).matches("(?s)HTTP/1.1 (200|503) .*");
      }
    }
  }

  @Test
  void aBodyThatIsSentIsNeitherReadNorInTheWayOfTheAnswer() throws IOException {
    try (WatchServer server = server(PATIENT)) {
      String body = "x".repeat(1 << 20);
      Socket socket =
          send(server, "POST / HTTP/1.1\r\nHost: localhost:" + server.uri().getPort() + "\r\n\r\n");
      socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
      assertThat(answer(socket)).startsWith("HTTP/1.1 405 ").endsWith("only GET\n");
    }
  }

  @Test
  void aPageThatCannotBeMadeIsAnErrorForItsClientAlone() throws IOException {
    try (WatchServer server =
        WatchServer.show(
            () -> {
              throw new IllegalStateException("secret");
            },
            OptionalInt.of(0),
            PATIENT)) {
      assertThat(answer(send(server, get(server))))
          .startsWith("HTTP/1.1 500 ")
          .doesNotContain("secret");
      assertThat(answer(send(server, "GET /x HTTP/1.1\r\nHost: x\r\n\r\n")))
          .startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void closingEndsTheConnectionsThatAreOpen() throws IOException {
    WatchServer server = server(PATIENT);
    try (Socket socket = send(server, "GET")) {
      assertThat(answer(send(server, get(server)))).startsWith("HTTP/1.1 200 ");
      server.close();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
