package io.github.sid4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @Test
  void whatCanBeSeenStaysAsItIs() {
    String text = "Größe, 数, ع, 'a\\b' \u00a0–\ud83d\ude00";
    assertThat(Visible.text(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, '\b', '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200D, 0x200E,
        0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xD800, 0xE000, 0xFEFF, 0xFFFF, 0xE0041, 0x10FFFD
      })
  void whatCannotBeSeenIsEscaped(int character) {
    String text = Visible.text("a" + Character.toString(character) + "b");
    assertThat(text).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
  }

  @Property
  void anEscapedTextIsTheSameTextForJson(@ForAll String text) throws JsonProcessingException {
    String visible = Visible.text(text.replaceAll("[\"\\\\]", "x"));
    assertThat(visible.codePoints()).noneMatch(Visible::isHidden);
    assertThat(new ObjectMapper().readValue('"' + visible + '"', String.class))
        .isEqualTo(text.replaceAll("[\"\\\\]", "x"));
  }
}
