package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CascadeSizeTest {
  private static final long GIGABYTE = 1_000_000_000;
  private static final int[] IMAGE = {3, 32, 32};

  private static Settings settings(String words) {
    Map<String, String> texts =
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return Settings.parse(texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network=mlp hidden=20 features=10 modules=3",
        "network=simple-cnn features=10 modules=2",
        "network=mlp topology=staged stages=3 hidden=20",
        "network=simple-cnn topology=staged stages=3 head-width=8",
        "network=vit-tiny depth=2 topology=staged stages=2",
        "network=vit-tiny depth=2 topology=whole method=backprop",
        "network=mlp grown-modules=2 keep-modules=1",
        "network=simple-cnn topology=staged stages=2 grown-modules=1 balance=time"
      })
  void whatIsCountedIsWhatIsMade(String words) {
    Settings settings = settings(words);
    long counted = new CascadeSize(GIGABYTE, GIGABYTE).check(settings, 1, IMAGE, 7);
    Cascade cascade = Cascades.create(settings, IMAGE, 7, new Initializer(1, DType.FLOAT32));
    long made = cascade.state().tensors().stream().mapToLong(Tensor::count).sum();
    // Modules that are cut off again were there for a moment.
    assertThat(counted).isGreaterThanOrEqualTo(made).isLessThan(made + 500_000);
    if (!words.contains("keep-modules")) {
      assertThat(counted).isEqualTo(made);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules=1000 module-hidden=1000000",
        "network=mlp hidden=1000000 features=1000000",
        "network=mlp topology=staged stages=3 hidden=1000000",
        "network=mlp modules=1 grown-modules=999 module-hidden=1000000"
      })
  void whatNoMachineHoldsIsRefusedInOneLineBeforeItIsMade(String words) {
    Settings settings = settings(words);
    Initializer init = new Initializer(1, DType.FLOAT32);
    assertThatThrownBy(() -> Cascades.create(settings, IMAGE, 10, init))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected ")
        .hasMessageContaining("choose smaller numbers")
        .hasMessageNotContaining("\n");
  }

  @Test
  void trainingNeedsMoreThanTheWeights() {
    Settings settings = settings("network=mlp hidden=100 features=100 modules=1");
    CascadeSize small = new CascadeSize(4_000_000, GIGABYTE);
    long numbers = small.check(settings, 1, IMAGE, 10);
    assertThat(numbers).isBetween(320_000L, 400_000L);
    assertThatThrownBy(() -> small.check(settings, 5, IMAGE, 10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("hidden 100")
        .hasMessageContaining("0.0 GB");
  }

  @Test
  void aTensorThatTheHeapHasNoRoomForIsRefused() {
    Settings settings = settings("network=mlp hidden=1000 features=100 modules=1");
    assertThatThrownBy(() -> new CascadeSize(GIGABYTE, 8_000_000).check(settings, 1, IMAGE, 10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Java's heap")
        .hasMessageContaining("[1000, 3072]");
  }
}
