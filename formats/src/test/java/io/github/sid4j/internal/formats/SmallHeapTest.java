package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.format.PngFile;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose heap holds a third of the images trains on all of them. */
@Tag("slow")
class SmallHeapTest {
  private static final int IMAGES = 20_000;
  private static final int SHARDS = 4;
  private static final int SIDE = 64;
  private static final int HEAP_MEGABYTES = 80;

  @TempDir private Path temp;

  /** Trains in a process of its own: the folder of the data, that of the run, the window. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Training.of(
              SmallRun.staged(
                  Path.of(args[1]),
                  "dataset",
                  "webdataset",
                  "data",
                  args[0],
                  "shuffle-window",
                  args[2],
                  "hidden",
                  "4",
                  "batch",
                  "64",
                  "epochs",
                  "1"))
          .run()
          .close();
    }
  }

  private void write() throws IOException {
    byte[][] colours = new byte[3][];
    for (int label = 0; label < 3; label++) {
      byte[] pixels = new byte[3 * SIDE * SIDE];
      Arrays.fill(pixels, label * SIDE * SIDE, (label + 1) * SIDE * SIDE, (byte) 200);
      colours[label] = PngFile.of(pixels, 255, new int[] {3, SIDE, SIDE});
    }
    Path data = Files.createDirectories(temp.resolve("data"));
    for (int shard = 0; shard < SHARDS; shard++) {
      Path file = data.resolve("train-%s.tar".formatted(shard));
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
        for (int i = 0; i < IMAGES / SHARDS; i++) {
          Fixtures.put(tar, i + ".png", colours[i % 3]);
          Fixtures.put(tar, i + ".cls", Integer.toString(i % 3).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private int train(String window) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                temp.resolve("data").toString(),
                temp.resolve("run" + window).toString(),
                window)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("log").toFile())
            .start();
    assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return child.exitValue();
  }

  @Test
  void dataOfThreeTimesTheHeapTrains() throws IOException, InterruptedException {
    write();
    assertThat(3L * SIDE * SIDE * IMAGES / HEAP_MEGABYTES).isGreaterThan(2_900_000L);
    assertThat(train("100")).as(() -> log()).isZero();
    assertThat(temp.resolve("run100/result.json")).exists();
  }

  private String log() {
    try {
      return Files.readString(temp.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
