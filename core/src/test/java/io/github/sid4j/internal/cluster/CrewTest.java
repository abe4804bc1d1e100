package io.github.sid4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.objective.DivergedException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rank is a thread with connections of its own. */
@Tag("slow")
class CrewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private MeetingPlace file() {
    return new MeetingPlace.InFile(folder.resolve("meeting"));
  }

  private static Map<String, String> facts(String version) {
    return Map.of("sid4j", version);
  }

  /** What each rank's work says, or the message of what it threw. */
  private static List<String> ends(List<Seat> seats, Function<Seat, String> work) {
    List<CompletableFuture<String>> ranks = new ArrayList<>();
    for (Seat seat : seats) {
      ranks.add(
          CompletableFuture.supplyAsync(
                  () -> work.apply(seat), task -> new Thread(task, "rank").start())
              .exceptionally(
                  e -> e.getCause().getClass().getSimpleName() + " " + e.getCause().getMessage()));
    }
    return ranks.stream().map(CompletableFuture::join).toList();
  }

  private static List<Seat> seats(int size, MeetingPlace place) {
    List<Seat> seats = new ArrayList<>();
    for (int rank = 0; rank < size; rank++) {
      seats.add(new Seat(rank, size, place, 0));
    }
    return seats;
  }

  @Test
  void anErrorOfOneEndsAllWithItsName() {
    List<String> ends =
        ends(
            seats(3, file()),
            seat -> {
              try (Crew crew = Crew.meet(seat, PATIENCE, facts("1"))) {
                try {
                  if (seat.rank() == 1) {
                    throw new IllegalStateException("no space left");
                  }
                  crew.peers().receive(seat.rank() == 0 ? 2 : 0, 5);
                  return "received";
                } catch (RuntimeException e) {
                  throw crew.explained(e);
                }
              }
            });
    assertThat(ends)
        .containsExactly(
            "LostRankException rank 1 failed: no space left",
            "IllegalStateException no space left",
            "LostRankException rank 1 failed: no space left");
  }

  @Test
  void divergenceIsDivergenceEverywhereAndPeaceEndsInPeace() {
    List<String> ends =
        ends(
            seats(2, file()),
            seat -> {
              try (Crew crew = Crew.meet(seat, PATIENCE, facts("1"))) {
                try {
                  if (seat.rank() == 1) {
                    throw new DivergedException("module 2", "loss NaN");
                  }
                  crew.peers().receive(1, 5);
                  return "received";
                } catch (RuntimeException e) {
                  throw crew.explained(e);
                }
              }
            });
    assertThat(ends).allMatch(end -> end.startsWith("DivergedException module 2 has loss NaN"));
    MeetingPlace other = new MeetingPlace.InFile(folder.resolve("other"));
    assertThat(
            ends(
                seats(2, other),
                seat -> {
                  try (Crew crew = Crew.meet(seat, PATIENCE, facts("1"))) {
                    if (seat.rank() == 0) {
                      crew.peers().send(1, 5, Parcel.of((byte) 7));
                    } else {
                      assertThat(crew.peers().receive(0, 5).words()).containsExactly(7);
                    }
                    crew.leave();
                    return "left";
                  }
                }))
        .containsExactly("left", "left");
  }

  @Test
  void anotherVersionIsRefusedWithBothValues() {
    List<String> ends =
        ends(
            seats(2, file()),
            seat -> {
              try (Crew crew = Crew.meet(seat, PATIENCE, facts("1." + seat.rank()))) {
                return "met";
              }
            });
    assertThat(ends)
        .allMatch(
            end ->
                end.startsWith(
                    "InputException rank 1: expected sid4j 1.0 as rank 0 has, found 1.1;"));
  }

  @Test
  void whoDoesNotComeIsNamed() {
    Duration moment = Duration.ofSeconds(1);
    List<String> ends =
        ends(
            seats(3, file()).subList(0, 2),
            seat -> {
              try (Crew crew = Crew.meet(seat, moment, facts("1"))) {
                return "met";
              }
            });
    assertThat(ends)
        .allMatch(end -> end.equals("LostRankException rank 2 of 3 did not come within 1 seconds"));
    MeetingPlace empty = new MeetingPlace.InFile(folder.resolve("empty"));
    assertThat(
            ends(
                seats(2, empty).subList(1, 2),
                seat -> {
                  try (Crew crew = Crew.meet(seat, moment, facts("1"))) {
                    return "met";
                  }
                }))
        .containsExactly("LostRankException rank 0 of 2 did not come within 1 seconds");
  }

  @Test
  void twoOfOneRankAreRefused() {
    List<Seat> doubled = new ArrayList<>(seats(2, file()));
    doubled.add(doubled.get(1));
    List<String> ends =
        ends(
            doubled,
            seat -> {
              try (Crew crew = Crew.meet(seat, Duration.ofSeconds(2), facts("1"))) {
                return "met";
              }
            });
    assertThat(ends).anyMatch(end -> end.contains("rank 1: expected one process, found two"));
  }

  /** What anybody sends to the port of the meeting does no harm. */
  @Test
  void garbageOnThePortChangesNothing() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    MeetingPlace place = new MeetingPlace.BehindPort("127.0.0.1", port, false);
    List<String> ends =
        ends(
            seats(2, place),
            seat -> {
              if (seat.rank() == 1) {
                insult(port);
              }
              try (Crew crew = Crew.meet(seat, PATIENCE, facts("1"))) {
                crew.leave();
                return "left";
              }
            });
    assertThat(ends).containsExactly("left", "left");
  }

  private static void insult(int port) {
    boolean sent = false;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!sent && System.nanoTime() < end) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          OutputStream out = socket.getOutputStream()) {
        String garbage = "GET / HTTP/1.1\r\nHost: \u0000\u00ff\r\n\r\n".repeat(50);
        out.write(garbage.getBytes(StandardCharsets.UTF_8));
        sent = true;
      } catch (IOException e) {
        Thread.onSpinWait(); // Not open yet.
      }
    }
    assertThat(sent).isTrue();
  }

  @Test
  void aNameThatIsNotKnownIsSaid() {
    List<Seat> seats = seats(2, new MeetingPlace.BehindPort("no-such-host.invalid", 4000, false));
    assertThat(
            ends(
                seats.subList(1, 2),
                seat -> {
                  try (Crew crew = Crew.meet(seat, Duration.ofMillis(100), facts("1"))) {
                    return "met";
                  } catch (InputException e) {
                    return "refused";
                  }
                }))
        .containsExactly("LostRankException the name of no-such-host.invalid:4000 is not known");
  }
}
