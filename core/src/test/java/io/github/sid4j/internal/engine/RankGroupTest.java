package io.github.sid4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rank is a thread with a group of its own. */
class RankGroupTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir Path folder;

  private <T> List<T> ranks(int size, Function<RankGroup, T> work) {
    List<CompletableFuture<T>> ranks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int rank = i;
      ranks.add(
          CompletableFuture.supplyAsync(
              () -> {
                try (Meeting meeting = Meeting.inFile(folder.resolve("meeting"));
                    RankGroup peers =
                        meeting.connect(rank, size, "127.0.0.1", PATIENCE, "all").get(0)) {
                  peers.barrier(PATIENCE); // Who ends earlier would end the others' connecting.
                  return work.apply(peers);
                }
              },
              task -> new Thread(task, "rank-" + rank).start()));
    }
    return ranks.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void tensorsArriveAsTheyLieInMemory() {
    List<String> seen =
        ranks(
            2,
            peers -> {
              try (Scope scope = Scope.open()) {
                if (peers.rank() == 0) {
                  float[] values = new float[2 * 3 * 4 * 5];
                  for (int i = 0; i < values.length; i++) {
                    values[i] = i / 7f;
                  }
                  Tensor image = Tensor.of(values, 2, 3, 4, 5);
                  List<Tensor> all =
                      List.of(
                          image,
                          image.channelsLast(),
                          image.swapped(1, 2),
                          image.to(DType.BFLOAT16).channelsLast(),
                          image.narrowLast(1, 3),
                          Tensor.of(new long[] {1, -1L << 40}, 2),
                          Tensor.of(new double[0], 0, 3),
                          Tensor.full(0.5, DType.FLOAT64));
                  peers.send(1, 7, new Parcel(words("from 0"), all));
                  return described(new Parcel(words("from 0"), all));
                }
                Parcel got = peers.receive(0, 7);
                got.tensors().forEach(scope::adopt);
                return described(got);
              }
            });
    assertThat(seen.get(1)).isEqualTo(seen.get(0)).contains("from 0");
  }

  private static byte[] words(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What has gaps in memory arrives in rows. */
  private static String described(Parcel parcel) {
    StringBuilder text = new StringBuilder(new String(parcel.words(), StandardCharsets.UTF_8));
    for (Tensor tensor : parcel.tensors()) {
      boolean dense = TensorLayout.of(tensor).isDense();
      Tensor seen = dense ? tensor : TensorMemory.access().inRows(tensor);
      text.append('\n').append(tensor).append(Arrays.hashCode(tensor.toBytes()));
      text.append(Arrays.toString(TensorLayout.of(seen).strides()));
    }
    return text.toString();
  }

  @Test
  void aWaitEndsWhenItIsAborted() {
    List<String> ends =
        ranks(
            2,
            peers -> {
              if (peers.rank() == 1) {
                return "";
              }
              CompletableFuture<Void> stopped = CompletableFuture.runAsync(peers::abort);
              assertThatThrownBy(() -> peers.receive(1, 1)).isInstanceOf(PeerException.class);
              stopped.join();
              assertThatThrownBy(() -> peers.receive(1, 1)).hasMessageContaining("stopped");
              return "aborted";
            });
    assertThat(ends).containsExactly("aborted", "");
  }

  @Test
  void whoEndsIsNoticedByWhoWaitsForIt() {
    ranks(
        2,
        peers -> {
          if (peers.rank() == 0) {
            assertThatThrownBy(() -> peers.receiveNumbers(1, 1, 1))
                .isInstanceOfSatisfying(
                    PeerException.class, e -> assertThat(e.rank()).isEqualTo(1));
          }
          return 0;
        });
  }

  @Test
  void allMeetAtABarrierAndReadWhatOthersWrote() {
    ranks(
        3,
        peers -> {
          try (Meeting meeting = Meeting.inFile(folder.resolve("notes"))) {
            meeting.put("rank" + peers.rank(), "größer " + peers.rank());
            peers.barrier(PATIENCE);
            assertThat(meeting.look("rank" + (2 - peers.rank())))
                .hasValue("größer " + (2 - peers.rank()));
            assertThat(meeting.await("nothing", Duration.ofMillis(1))).isEmpty();
          }
          return 0;
        });
  }

  @Test
  void aPortThatNobodyOpensIsRefusedInTime() {
    assertThatThrownBy(() -> Meeting.behindPort("127.0.0.1", 1, false, Duration.ofMillis(200)))
        .isInstanceOf(PeerException.class);
  }
}
