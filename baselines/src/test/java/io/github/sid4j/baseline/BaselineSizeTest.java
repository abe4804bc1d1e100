package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.CascadeSize;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cascades of the baselines are counted before they are made. */
@Tag("slow")
class BaselineSizeTest {
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
    Settings settings = settings(words);
    long counted = new CascadeSize(1L << 30, 1L << 30).check(settings, 1, IMAGE, 7);
    try (Scope scope = Scope.open()) {
      Cascade cascade = Cascades.create(settings, IMAGE, 7, new Initializer(1, DType.FLOAT32));
      assertThat(cascade.state().tensors().stream().mapToLong(Tensor::count).sum())
          .isEqualTo(counted);
    }
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
    Settings settings = settings(words);
    Initializer init = new Initializer(1, DType.FLOAT32);
    assertThatThrownBy(() -> Cascades.create(settings, IMAGE, 10, init))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("choose smaller numbers")
        .hasMessageNotContaining("\n");
  }
}
