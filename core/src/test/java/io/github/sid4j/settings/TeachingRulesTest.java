package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeachingRulesTest {
  private static Settings parsed(String settings) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String setting : settings.split(" ", -1)) {
      Assignment assignment = Assignment.of(setting);
      texts.put(assignment.name(), assignment.text());
    }
    return Settings.parse(texts);
  }

  @ParameterizedTest
  @CsvSource({
    "method=backprop teacher=static, teacher: expected previous with method backprop",
    "method=backprop elr=3, elr: expected 0 with method backprop",
    "divergence=reverse label-smoothing=0.1 temporal-weight=0.5, temporal-weight: expected 0 with divergence reverse",
    "divergence=reverse label-smoothing=0.1 alpha=1 gce=0.7, gce: expected 0 with divergence reverse",
    "temporal-momentum=0.5, temporal-momentum: expected 0.7 where no beliefs are stored",
    "alpha=1 teacher=static, teacher: expected previous where alpha is 1",
    "method=dgl teacher=static, teacher: expected previous where alpha is 1",
    "gce=0.7, alpha: expected 1 with gce",
    "alpha=1 gce=0.7 temporal-weight=0.5, temporal-weight: expected 0 with gce",
    "temporal-weight=1, temporal-weight: expected a number of at least 0 and below 1",
    "method=dgl residual-beliefs=true, residual-beliefs: expected false with method dgl",
    "method=backprop residual-beliefs=true, residual-beliefs: expected false with method backprop",
    "execution=batched residual-beliefs=true, execution: expected another than batched"
  })
  void whatDoesNotGoTogetherIsRefusedInOneLine(String settings, String expected) {
    assertThatThrownBy(() -> parsed(settings))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(expected)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "divergence=reverse label-smoothing=0.1 teacher=static elr=1",
        "method=dgl temporal-weight=0.8 temporal-momentum=0 elr=3",
        "method=dgl gce=0.7 elr=3",
        "method=deep-supervision temporal-weight=0.8 residual-beliefs=true",
        "topology=staged belief-input=false residual-beliefs=true"
      })
  void whatGoesTogetherIsTaken(String settings) {
    assertThatCode(() -> parsed(settings)).doesNotThrowAnyException();
  }
}
