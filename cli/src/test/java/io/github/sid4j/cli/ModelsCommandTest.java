package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.settings.ModelSetting;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {
  /** Parameters of timm, and 10^6 multiplications as a profiler counts them there. */
  private static final Map<String, long[]> PUBLISHED =
      Map.of(
          "efficientnet-lite0", new long[] {4_652_008, 385},
          "resnet18-imagenet", new long[] {11_689_512, 1_814},
          "resnet50", new long[] {25_557_032, 4_089},
          "vit-tiny-16", new long[] {5_717_416, 1_254},
          "vit-small-16", new long[] {22_050_664, 4_599});

  private static String said(String... words) {
    Captured captured = new Captured(false, false);
    int code =
        Main.run(
            words,
            captured.terminal(),
            (s, l, stop) -> Optional.of(Runs.result()),
            (run, moved) -> null);
    assertThat(code).isZero();
    return captured.out();
  }

  @Test
  void costsAreThePublishedOnes() throws IOException {
    JsonNode models = JsonMapper.builder().build().readTree(said("models", "--json")).get("models");
    assertThat(models).hasSize(PUBLISHED.size());
    for (JsonNode model : models) {
      String network = model.get("network").asText();
      long[] published = PUBLISHED.get(network);
      assertThat(ModelSetting.NETWORK.type().parse(network)).isEqualTo(network);
      assertThat(model.get("parameters").asLong()).isEqualTo(published[0]);
      assertThat(model.get("multiplications").asDouble() / 1e6)
          .isCloseTo((double) published[1], within(0.01 * published[1]));
      assertThat(model.get("weights").get(0).get("source").asText()).startsWith("hf:timm/");
    }
  }

  @Test
  void theTableNamesEveryNetworkOnceAndEveryLicence() {
    String table = said("models");
    PUBLISHED.keySet().forEach(name -> assertThat(table).containsOnlyOnce(name + " |"));
    assertThat(table).contains("4,089", "cc-by-nc-4.0", "hf:timm/resnet50.a1_in1k");
  }
}
