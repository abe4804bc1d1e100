package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodRulesTest {
  @ParameterizedTest
  @CsvSource({
    "dgl, staged",
    "local-signals, staged",
    "feedback-alignment, whole",
    "direct-feedback-alignment, whole",
    "dni, whole",
    "hsic, whole",
    "noprop, shared",
    "noprop-simplified, shared",
    "forward-forward, staged",
    "equilibrium-propagation, whole"
  })
  void aMethodBringsTheTopologyThatItIsDefinedOn(String method, String topology) {
    Settings settings = Settings.parse(Map.of("method", method));
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo(topology);
  }

  @ParameterizedTest
  @CsvSource({
    "method=local-signals topology=whole, 'topology: expected staged with method local-signals, found"
        + " whole; leave it out'",
    "method=local-signals topology=shared, topology: expected staged with method local-signals",
    "method=local-signals belief-input=true, belief-input: expected false with method",
    "method=local-signals network=vit-tiny, 'network: expected one of vectors or images with"
        + " method local-signals, found vit-tiny; choose another'",
    "method=local-signals head=conv, 'head: expected auto, a linear classifier, with method"
        + " local-signals, found conv; leave it out'",
    "method=feedback-alignment topology=staged, 'topology: expected whole with method feedback-alignment,"
        + " found staged; leave it out'",
    "method=dni topology=shared, topology: expected whole with method dni, found shared; leave it out",
    "method=dni stages=1, stages: expected at least 2 with method dni, found 1; choose more",
    "method=dni network=vit-tiny, network: expected one of vectors or images with method dni",
    "method=hsic topology=staged, topology: expected whole with method hsic, found staged; leave it out",
    "method=hsic hsic-sigma=0, hsic-sigma: expected a number above 0",
    "method=noprop topology=staged, topology: expected shared with method noprop, found staged; leave it"
        + " out",
    "method=noprop-simplified topology=whole, topology: expected shared with method noprop-simplified",
    "method=noprop-simplified modules=1, 'modules: expected at least 2 with method"
        + " noprop-simplified, found 1; choose more'",
    "method=forward-forward network=vgg11, 'network: expected mlp with method forward-forward,"
        + " found vgg11; leave it out'",
    "method=forward-forward topology=shared, topology: expected staged with method forward-forward",
    "method=forward-forward stages=1, stages: expected at least 2 with method forward-forward",
    "method=forward-forward belief-input=true, belief-input: expected false with method",
    "method=forward-forward cuts=1;2;3, 'cuts: expected none, since each stage is a layer, with"
        + " method forward-forward, found 1,2,3; leave them out'",
    "method=forward-forward head=mlp, 'head: expected auto with method forward-forward, found mlp;"
        + " leave it out'",
    "method=forward-forward balance=time, balance: expected multiplications with method",
    "method=equilibrium-propagation network=auto, network: expected mlp with method",
    "method=equilibrium-propagation precision=bf16, 'precision: expected fp32 with method"
        + " equilibrium-propagation, found bf16; leave it out'",
    "method=local-signals similarity=1, similarity: expected a number of at least 0 and below 1"
  })
  void whereAMethodIsNotDefinedItIsRefusedInOneLine(String settings, String expected) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String setting : settings.split(" ", -1)) {
      Assignment assignment = Assignment.bySet(setting.replace(';', ','));
      texts.put(assignment.name(), assignment.text());
    }
    assertThatThrownBy(() -> Settings.parse(texts))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(expected);
  }
}
