package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonDamageTest {
  @Test
  void aRefusalIsAsItWasSaid() {
    assertThat(JsonDamage.found(new IOException(new IllegalArgumentException("3 > 2"))))
        .isEqualTo("3 > 2");
  }

  @Test
  void whatHasNoWordsIsDamage() {
    assertThat(JsonDamage.found(new IOException(new IllegalArgumentException())))
        .isEqualTo("damage");
    assertThat(JsonDamage.found(new IOException((String) null))).isEqualTo("damage");
  }

  @Test
  void aFieldThatIsNullIsNamed() {
    assertThat(JsonDamage.found(new IOException(new NullPointerException("best_epoch"))))
        .isEqualTo("null for best_epoch");
    assertThat(JsonDamage.found(new IOException(new NullPointerException())))
        .isEqualTo("null where a value must be");
  }

  @Test
  void packagesOfClassesAreLeftOut() {
    assertThat(JsonDamage.found(new IOException("no java.util.List here")))
        .isEqualTo("no List here");
  }
}
