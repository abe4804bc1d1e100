package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweringModulesTest {
  private static final List<Integer> MODULES = List.of(1, 2, 3);

  @ParameterizedTest
  @ValueSource(strings = {"sid", "dgl", "deep-supervision"})
  void methodsWithALossForEachModuleHaveAllOfThemAnswer(String method) {
    assertThat(AnsweringModules.of(method, MODULES)).isEqualTo(MODULES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backprop", "checkpointed-backprop"})
  void ofOtherMethodsTheLastModuleAnswers(String method) {
    assertThat(AnsweringModules.of(method, MODULES)).containsExactly(3);
    assertThat(AnsweringModules.of(method, List.of(1))).containsExactly(1);
    assertThat(AnsweringModules.of(method, List.of())).isEmpty();
    assertThat(AnsweringModules.note(method)).startsWith("method " + method + " trains only");
  }
}
