package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.sid4j.internal.checkpoint.FaultyDisk.PowerCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class CheckpointCrashTest {
  @TempDir Path temp;

  /**
   * A new step, one that is there already, and one before the newest, with and without removal of
   * old ones.
   */
  @ParameterizedTest
  @CsvSource({"30,1", "30,3", "20,1", "20,2", "15,2"})
  void aPowerCutAtAnyOperationLeavesTheOldOrTheNewCheckpoint(long step, int keep)
      throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      Path folder = twoCheckpoints("cut-" + operation);
      FaultyDisk disk = new FaultyDisk(folder, operation, true);
      try {
        CheckpointStore.open(disk, folder, keep).save(step, CheckpointCrashTest::writeNew);
      } catch (PowerCut e) {
        assertThat(disk.failed()).isTrue();
      }
      failed = disk.failed();
      outcomes.add(newest(CheckpointStore.open(folder, keep)));
      assertNothingUnfinished(folder);
    }
    assertThat(outcomes).containsExactlyInAnyOrder("old of 20", "new of " + step);
  }

  @ParameterizedTest
  @CsvSource({"30,1", "20,2", "15,2"})
  void aFailingOperationLeavesTheOldOrTheNewCheckpointToTheSameProcess(long step, int keep)
      throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      Path folder = twoCheckpoints("full-" + operation);
      FaultyDisk disk = new FaultyDisk(folder, operation, false);
      CheckpointStore store = CheckpointStore.open(disk, folder, keep);
      try {
        store.save(step, CheckpointCrashTest::writeNew);
      } catch (IOException e) {
        // By name where it was writing; what it was moving, a real disk names.
        Path target = folder.resolve(String.format(Locale.ROOT, "step-%09d", step));
        assertThat(e.getMessage())
            .isIn("No space left on device", target + ": No space left on device");
      }
      failed = disk.failed();
      outcomes.add(newest(store));
      disk.mend();
      store.save(step, CheckpointCrashTest::writeNew);
      assertThat(newest(store)).isEqualTo("new of " + step);
    }
    assertThat(outcomes).containsExactlyInAnyOrder("old of 20", "new of " + step);
  }

  @Test
  void aPowerCutDuringRecoveryIsRecoveredFrom() throws IOException {
    long step = 20;
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      boolean failedAgain = true;
      for (int second = 1; failedAgain; second++) {
        Path folder = twoCheckpoints("twice-" + operation + "-" + second);
        FaultyDisk disk = new FaultyDisk(folder, operation, true);
        try {
          CheckpointStore.open(disk, folder, 2).save(step, CheckpointCrashTest::writeNew);
        } catch (PowerCut e) {
          assertThat(disk.failed()).isTrue();
        }
        failed = disk.failed();
        FaultyDisk secondDisk = new FaultyDisk(folder, second, true);
        try {
          CheckpointStore.open(secondDisk, folder, 2);
        } catch (PowerCut e) {
          assertThat(secondDisk.failed()).isTrue();
        }
        failedAgain = secondDisk.failed();
        assertThat(newest(CheckpointStore.open(folder, 2))).isIn("old of 20", "new of " + step);
      }
    }
  }

  @Test
  void aWriterThatFailsAtAnyFileLeavesTheStoreAsItWas() throws IOException {
    Path folder = twoCheckpoints("writer");
    CheckpointStore store = CheckpointStore.open(folder, 2);
    for (int files = 0; files < 4; files++) {
      int written = files;
      try {
        store.save(
            30,
            into -> {
              for (int i = 0; i < written; i++) {
                Files.writeString(into.resolve("file" + i), "new");
              }
              throw new IOException("No space left on device");
            });
        fail("the writer's failure must be passed on");
      } catch (IOException e) {
        assertThat(e).hasMessage(folder.resolve("step-000000030") + ": No space left on device");
      }
      assertThat(newest(store)).isEqualTo("old of 20");
      assertNothingUnfinished(folder);
    }
  }

  private Path twoCheckpoints(String name) throws IOException {
    Path folder = temp.resolve(name);
    Files.createDirectory(folder);
    FaultyDisk disk = new FaultyDisk(folder, Integer.MAX_VALUE, false);
    CheckpointStore store = CheckpointStore.open(disk, folder, 2);
    for (long step : new long[] {10, 20}) {
      store.save(step, into -> Files.writeString(into.resolve("weights"), "old"));
    }
    return folder;
  }

  private static void writeNew(Path into) throws IOException {
    Files.writeString(into.resolve("weights"), "new");
    Files.writeString(into.resolve("state"), "new");
  }

  private static String newest(CheckpointStore store) throws IOException {
    Checkpoint checkpoint = store.newest(warning -> fail(warning)).orElseThrow();
    Set<String> contents = new HashSet<>();
    for (String file : checkpoint.files()) {
      contents.add(Files.readString(checkpoint.file(file)));
    }
    assertThat(contents).hasSize(1);
    return contents.iterator().next() + " of " + checkpoint.step();
  }

  private static void assertNothingUnfinished(Path folder) throws IOException {
    assertThat(CheckpointFolder.list(folder))
        .allSatisfy(path -> assertThat(path.getFileName().toString()).startsWith("step-"));
  }
}
