package io.github.sid4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InputExceptionTest {
  @Test
  void itKeepsTheFourPartsOfItsLine() {
    IOException cause = new IOException("x");
    InputException e = new InputException("a.csv line 7", "65\ncolumns", "64", "mend it", cause);
    assertThat(e)
        .hasMessage("a.csv line 7: expected 65 columns, found 64; mend it")
        .hasCause(cause);
    assertThat(e.where()).isEqualTo("a.csv line 7");
    assertThat(e.expected()).isEqualTo("65 columns");
    assertThat(e.found()).isEqualTo("64");
    assertThat(e.remedy()).isEqualTo("mend it");
    assertThat(e.setting()).isEmpty();
  }

  @Test
  void whatStemsFromASettingHasItsKeyWhereverItWasGiven() {
    InputException plain = InputException.ofSetting("batch", "at least 1", "0", "raise it");
    assertThat(plain).hasMessage("batch: expected at least 1, found 0; raise it");
    assertThat(plain.setting()).contains("batch");
    InputException given =
        InputException.ofSetting("batch", "a.yaml line 2, batch", "at least 1", "0", "raise it");
    assertThat(given).hasMessageStartingWith("a.yaml line 2, batch: expected at least 1");
    assertThat(given.in("cell 3").or("leave it out"))
        .hasMessage(
            "cell 3: a.yaml line 2, batch: expected at least 1, found 0; raise it, or leave it out");
    assertThat(given.in("cell 3").setting()).contains("batch");
  }

  @Test
  void theLineOfAnotherProcessIsReadBack() {
    InputException e =
        InputException.read("network: expected one; of a, b, found c; not d; choose another");
    assertThat(e.where()).isEqualTo("network");
    assertThat(e.expected()).isEqualTo("one; of a, b");
    assertThat(e.found()).isEqualTo("c; not d");
    assertThat(e.remedy()).isEqualTo("choose another");
    assertThat(InputException.read("out of luck").found()).isEqualTo("out of luck");
  }
}
