package io.github.sid4j.internal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.report.testkit.PagePolicy;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static String page(String style, String script) {
    return Document.of("t", style, script, Element.of("body", "text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p { margin: 0 }\n", "/* ü — 𝄞 */ p::after { content: '\\\"' }"})
  void thePolicyNamesStyleAndScriptByTheHashOfTheEmbeddedText(String content) throws Exception {
    PagePolicy.check(Jsoup.parse(page(content, content)));
  }

  @Test
  void lineEndsOfAnySystemAreThoseThatABrowserTakesTheHashOf() throws Exception {
    // A browser turns line ends into \n before it takes a hash, which jsoup leaves to its caller.
    String page = page("a {}\r\nb {}\rc {}\n", "f();\r\ng();\r\n");
    assertThat(page).doesNotContain("\r").isEqualTo(page("a {}\nb {}\nc {}\n", "f();\ng();\n"));
    PagePolicy.check(Jsoup.parse(page));
  }

  @Test
  void anotherScriptHasAnotherNameInThePolicy() {
    assertThat(Document.source("f();")).isNotEqualTo(Document.source("f() ;"));
    assertThat(page("", "f();"))
        .contains(Document.source("f();").replace("'", "&#39;"))
        .doesNotContain("unsafe");
  }
}
