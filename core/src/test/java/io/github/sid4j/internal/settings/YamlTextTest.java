package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class YamlTextTest {
  @Test
  void aMistakeWithoutWordsIsRefusedInOneLine() {
    assertThat(YamlText.mistake(Path.of("a.yaml"), new YAMLException((String) null)))
        .hasMessage("a.yaml: expected YAML, found a mistake; write lines like batch: 64");
  }
}
