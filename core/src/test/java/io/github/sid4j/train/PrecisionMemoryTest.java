package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionMemoryTest {
  private static final List<String> HERE = List.of("processor A", "threads 2");

  @TempDir private Path temp;

  @Test
  void whatWasFoundIsFoundAgainUnderTheSameCircumstances() {
    PrecisionMemory memory = new PrecisionMemory(temp.resolve("cache/precision"));
    assertThat(memory.recall(HERE)).isEmpty();
    memory.remember(HERE, Precision.BF16);
    assertThat(memory.recall(HERE)).contains(Precision.BF16);
    assertThat(memory.recall(List.of("processor B", "threads 2"))).isEmpty();
    memory.remember(HERE, Precision.FP32);
    assertThat(memory.recall(HERE)).contains(Precision.FP32);
  }

  @Test
  void aDamagedFileOrAFolderThatIsNoneIsNoError() throws IOException {
    Path folder = temp.resolve("precision");
    PrecisionMemory memory = new PrecisionMemory(folder);
    memory.remember(HERE, Precision.BF16);
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "precision bf17\n");
    }
    assertThat(memory.recall(HERE)).isEmpty();
    Path file = Files.writeString(temp.resolve("file"), "");
    PrecisionMemory none = new PrecisionMemory(file);
    none.remember(HERE, Precision.BF16);
    assertThat(none.recall(HERE)).isEmpty();
    assertThat(file).isEmptyFile();
  }

  @Test
  void theFolderIsTheOneThatTheSystemHasForCaches() {
    Map<String, String> none = Map.of();
    assertThat(PrecisionMemory.folder(none, "Linux", "/home/u"))
        .isEqualTo(Path.of("/home/u/.cache/sid4j/precision"));
    assertThat(PrecisionMemory.folder(none, "Mac OS X", "/Users/u"))
        .isEqualTo(Path.of("/Users/u/Library/Caches/sid4j/precision"));
    assertThat(PrecisionMemory.folder(Map.of("LOCALAPPDATA", "C"), "Windows 11", "h"))
        .isEqualTo(Path.of("C/sid4j/precision"));
    assertThat(PrecisionMemory.folder(Map.of("XDG_CACHE_HOME", "/c"), "Linux", "/home/u"))
        .isEqualTo(Path.of("/c/sid4j/precision"));
  }

  private static PrecisionProbe probe(String... given) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "network", "mlp", "features", "4", "hidden", "4", "modules", "1", "threads", "1"));
    for (int i = 0; i < given.length; i += 2) {
      texts.put(given[i], given[i + 1]);
    }
    Settings settings = Settings.parse(texts);
    return new PrecisionProbe(
        new TrainingComponents(settings),
        Cascades.create(settings, new int[] {3}, 2, new Initializer(1, DType.FLOAT32)),
        new TrainingComponents(settings).objective(1),
        new int[] {3});
  }

  @Test
  void withoutInstructionsForItBfloat16IsNotTried() {
    PrecisionMemory memory = new PrecisionMemory(temp.resolve("none"));
    assertThat(probe().choose(Optional.of(false), memory))
        .isEqualTo(PrecisionChoice.of(Precision.FP32, PrecisionChoice.Reason.NOT_NATIVE));
    assertThat(temp.resolve("none")).doesNotExist();
  }

  @Test
  void aRepeatedRunComputesInThePrecisionThatTheFirstFound() {
    PrecisionMemory memory = new PrecisionMemory(temp);
    PrecisionChoice first = probe().choose(Optional.of(true), memory);
    assertThat(first.reason()).isEqualTo(PrecisionChoice.Reason.MEASURED);
    // The seed and the rate make other numbers, but no other work.
    assertThat(probe("seed", "5", "lr", "0.1").choose(Optional.empty(), memory))
        .isEqualTo(PrecisionChoice.of(first.precision(), PrecisionChoice.Reason.REMEMBERED));
    assertThat(probe("hidden", "5").circumstances()).isNotEqualTo(probe().circumstances());
    assertThat(probe("threads", "2").circumstances()).isNotEqualTo(probe().circumstances());
  }
}
