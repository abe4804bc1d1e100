package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on the medium after a power cut that drops whatever was not forced. */
@Tag("slow")
class PowerCutTest {
  private static final int SEEDS = 5;
  private static final String WRITTEN_NEW = "new of ";

  @TempDir Path temp;

  /**
   * A new step, one that is there already, and one before the newest, with and without removal of
   * old ones.
   */
  @ParameterizedTest
  @CsvSource({"30,1", "30,3", "20,1", "20,2", "15,2"})
  void aSavedCheckpointStaysAndAnUnsavedOneLeavesTheOldOneWhole(long step, int keep)
      throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean saved = false;
    for (int operations = 0; !saved; operations++) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Path folder = twoCheckpoints(operations + "-" + seed);
        LossyDisk disk = new LossyDisk(folder, operations, seed);
        saved = save(disk, folder, step, keep);
        disk.cut();
        String newest = newest(CheckpointStore.open(folder, keep));
        outcomes.add(newest);
        if (saved) {
          assertThat(newest).isEqualTo(WRITTEN_NEW + step);
        }
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder("old of 20", WRITTEN_NEW + step);
  }

  @Test
  void aReplacedFileIsTheOldOrTheNewOneAndTheNewOneOnceItsWritingReturned() throws IOException {
    Set<String> outcomes = new HashSet<>();
    boolean written = false;
    for (int operations = 0; !written; operations++) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Path folder = Files.createDirectory(temp.resolve("file-" + operations + "-" + seed));
        Path file = Files.writeString(folder.resolve("weights"), "old");
        LossyDisk disk = new LossyDisk(folder, operations, seed);
        try {
          new Publisher(disk).writeFile(file, out -> out.write(new byte[] {'n', 'e', 'w'}));
          written = true;
        } catch (LossyDisk.PowerCut e) {
          written = false;
        }
        disk.cut();
        String found = Files.readString(file);
        outcomes.add(found);
        assertThat(found).isIn(written ? Set.of("new") : Set.of("old", "new"));
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder("old", "new");
  }

  /** The disk itself: without a force, what was written is lost in some way under some seed. */
  @Test
  void whatIsNotForcedIsLost() throws IOException {
    Set<String> found = new HashSet<>();
    for (long seed = 0; seed < 10 * SEEDS; seed++) {
      Path folder = Files.createDirectory(temp.resolve("plain-" + seed));
      LossyDisk disk = new LossyDisk(folder, Integer.MAX_VALUE, seed);
      Path file = folder.resolve("file");
      disk.create(file).close();
      Files.writeString(file, "new");
      disk.cut();
      found.add(Files.exists(file) ? Files.readString(file) : "none");
    }
    assertThat(found).contains("none", "", "new", "\0\0\0");
  }

  private static boolean save(LossyDisk disk, Path folder, long step, int keep) throws IOException {
    try {
      CheckpointStore.open(disk, folder, keep)
          .save(
              step,
              into -> {
                Files.writeString(into.resolve("weights"), "new");
                Files.writeString(into.resolve("state"), "new");
              });
      return true;
    } catch (LossyDisk.PowerCut e) {
      return false;
    }
  }

  private Path twoCheckpoints(String name) throws IOException {
    Path folder = Files.createDirectory(temp.resolve(name));
    CheckpointStore store = CheckpointStore.open(new LocalDisk(false), folder, 2);
    for (long step : new long[] {10, 20}) {
      store.save(step, into -> Files.writeString(into.resolve("weights"), "old"));
    }
    return folder;
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
}
