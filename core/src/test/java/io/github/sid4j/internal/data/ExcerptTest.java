package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aTextIsOneLine() {
    assertThat(Excerpt.of("  how did\n\tserfdom develop \r\n"))
        .isEqualTo("how did serfdom develop");
  }

  @Test
  void aLongTextEndsInAnEllipsisAndCutsNoLetter() {
    String smiley = "\uD83D\uDE00";
    assertThat(Excerpt.of(smiley.repeat(200))).isEqualTo(smiley.repeat(200));
    assertThat(Excerpt.of(smiley.repeat(201))).isEqualTo(smiley.repeat(199) + "…");
  }

  @Test
  void aRowHasItsColumns() {
    assertThat(Excerpt.of(List.of("age", "job"), List.of("39", "state gov")))
        .isEqualTo("age 39, job state gov");
  }
}
