package io.github.sid4j.internal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.internal.text.Visible;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ElementTest {
  @Test
  void textsAndValuesAreEscaped() {
    assertThat(Element.of("p", "<script>alert('1 & 2')</script>").with("title", "\" onload=\"x()"))
        .hasToString(
            "<p title=\"&quot; onload=&quot;x()\">"
                + "&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;</p>");
  }

  @Property(tries = 300)
  void anyTextIsReadBackAsATextAndNothingElse(@ForAll String text) {
    String markup = Element.of("p", text).with("title", text).toString();
    Parser parser = Parser.xmlParser().setTrackErrors(10);
    org.jsoup.nodes.Element read = Jsoup.parse(markup, parser).child(0);
    ParseErrorList errors = parser.getErrors();
    assertThat(errors).isEmpty();
    assertThat(read.children()).isEmpty();
    String expected =
        text.codePoints()
            .mapToObj(c -> Character.toString(allowed(c) ? c : 0xFFFD))
            .map(ElementTest::shown)
            .collect(Collectors.joining());
    assertThat(read.wholeText()).isEqualTo(expected);
    assertThat(read.attr("title")).isEqualTo(expected);
  }

  private static String shown(String character) {
    return character.matches("[\t\n]") ? character : Visible.text(character);
  }

  @Test
  void aNameCannotTurnTheDirectionOfWhatFollows() {
    assertThat(Element.of("td", "\u202ecat").with("title", "\u2066\u200b"))
        .hasToString("<td title=\"\\u2066\\u200b\">\\u202ecat</td>");
  }

  /** As XML 1.0 has it, without the controls that HTML refuses. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
  }

  @Test
  void namesAreTheProgramsOwn() {
    assertThatThrownBy(() -> Element.of("p onclick")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Element.of("p").with("a b", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Element.of("br", "text")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Document.of("t", "</style>", "", Element.of("body")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
