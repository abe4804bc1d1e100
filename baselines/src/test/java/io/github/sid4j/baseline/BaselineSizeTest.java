package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.testkit.CountedCascade;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cascades of the baselines are counted before they are made. */
@Tag("slow")
class BaselineSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=local-signals network=simple-cnn stages=3",
        "method=direct-feedback-alignment network=simple-cnn",
        "method=dni network=simple-cnn",
        "method=hsic network=mlp",
        "method=noprop network=mlp modules=2",
        "method=noprop-simplified network=mlp modules=2",
        "method=forward-forward stages=3 hidden=20",
        "method=equilibrium-propagation hidden=20"
      })
  void whatIsCountedIsWhatIsMade(String words) {
    CountedCascade cascade = CountedCascade.of(words);
    assertThat(cascade.counted()).isEqualTo(cascade.made());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method=forward-forward stages=1000 hidden=100000",
        "method=noprop network=mlp modules=1000 hidden=100000",
        "method=dni network=mlp hidden=1000000 features=1000000",
        "method=equilibrium-propagation hidden=1000000 features=1000000"
      })
  void whatNoMachineHoldsIsRefusedInOneLineBeforeItIsMade(String words) {
    CountedCascade.assertRefused(words);
  }
}
