package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on shards of which memory holds a part. */
@Tag("slow")
class ShardRunTest {
  @TempDir private static Path temp;
  private static Path data;
  private static Outcome undisturbed;

  @BeforeAll
  static void write() throws IOException {
    data = temp.resolve("data");
    for (int shard = 0; shard < 3; shard++) {
      Fixtures.parquet(
          data.resolve("train-0000" + shard + "-of-00003.parquet"), shard * 40, shard * 40 + 40);
    }
    Fixtures.parquet(data.resolve("test-00000-of-00001.parquet"), 120, 150);
    undisturbed = train(temp.resolve("undisturbed"), 0, "shuffle-window", "20");
  }

  private static Settings settings(Path out, String... others) {
    String[] all = new String[others.length + 6];
    System.arraycopy(
        new String[] {"dataset", "parquet", "data", data.toString(), "batch", "16"}, 0, all, 0, 6);
    System.arraycopy(others, 0, all, 6, others.length);
    return SmallRun.staged(out, all);
  }

  /** Trains until a number of steps, or to the end with 0. */
  private static Outcome train(Path out, int steps, String... others) throws IOException {
    int[] taken = {0};
    boolean ended =
        Training.of(settings(out, others))
            .stopWhen(() -> ++taken[0] == steps)
            .run()
            .result()
            .isPresent();
    assertThat(ended).isEqualTo(steps == 0);
    return ended ? Outcome.of(out) : null;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 10})
  void aRunThatWasStoppedInAnEpochEndsAsIfItHadNotBeen(int step) throws IOException {
    Path out = temp.resolve("stopped" + step);
    train(out, step, "shuffle-window", "20");
    assertThat(train(out, 0, "shuffle-window", "20", "resume", "true", "readers", "3"))
        .isEqualTo(undisturbed);
  }

  @Test
  void aWindowOfAllTrainsTheWeightsOfMemory() throws IOException {
    Outcome memory = train(temp.resolve("memory"), 0);
    Outcome window = train(temp.resolve("window"), 0, "shuffle-window", "1000");
    assertThat(window).isEqualTo(memory);
    assertThat(undisturbed.weights()).isNotEqualTo(memory.weights());
  }
}
