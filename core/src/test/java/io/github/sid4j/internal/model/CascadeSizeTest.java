package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.CountedCascade;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CascadeSizeTest {
  private static final long GIGABYTE = 1_000_000_000;
  private static final int[] IMAGE = CountedCascade.image();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network=mlp hidden=20 features=10 modules=3",
        "network=simple-cnn features=10 modules=2",
        "network=mlp topology=staged stages=3 hidden=20",
        "network=mlp topology=staged stages=3 hidden=20 residual-beliefs=true",
        "network=simple-cnn topology=staged stages=3 head-width=8",
        "network=vit-tiny depth=2 topology=staged stages=2",
        "network=vit-tiny depth=2 topology=whole method=backprop",
        "network=mlp grown-modules=2 keep-modules=1",
        "network=simple-cnn topology=staged stages=2 grown-modules=1 balance=time"
      })
  void whatIsCountedIsWhatIsMade(String words) {
    CountedCascade cascade = CountedCascade.of(words);
    long counted = cascade.counted();
    long made = cascade.made();
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
    CountedCascade.assertRefused(words);
  }

  @Test
  void storedBeliefsOfAllSamplesCountWhereLossesReadThem() {
    CascadeSize small = new CascadeSize(4_000_000, GIGABYTE);
    Settings plain = CountedCascade.settings("network=mlp modules=1");
    Settings stored = CountedCascade.settings("network=mlp modules=1 elr=3");
    small.checkBeliefs(plain, 700_000, 6_000, 10);
    small.checkBeliefs(stored, 700_000, 5_000, 10);
    assertThatThrownBy(() -> small.checkBeliefs(stored, 700_000, 6_000, 10))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "stored beliefs of 6000 samples and 10 classes: expected at most 50,000 numbers");
  }

  @Test
  void trainingNeedsMoreThanTheWeights() {
    Settings settings = CountedCascade.settings("network=mlp hidden=100 features=100 modules=1");
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
    Settings settings = CountedCascade.settings("network=mlp hidden=1000 features=100 modules=1");
    assertThatThrownBy(() -> new CascadeSize(GIGABYTE, 8_000_000).check(settings, 1, IMAGE, 10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Java's heap")
        .hasMessageContaining("[1000, 3072]");
  }
}
