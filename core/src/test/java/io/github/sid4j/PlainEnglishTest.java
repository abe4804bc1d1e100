package io.github.sid4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code, messages and pages are in plain technical English, in the words of the glossary. */
class PlainEnglishTest {
  private static final Pattern WRITTEN =
      Pattern.compile(".*\\.(java|md|yaml|yml|py|js|css|html)|sid[^/]*|\\.ci/run");

  /** Files that need a phrase of the book: the book and its test. */
  private static final Set<String> ALLOWED = Set.of("PhraseBook.java", "PlainEnglishTest.java");

  @Test
  void noFileHasAPhraseOfTheBook() throws IOException {
    List<Path> files = ProjectFiles.where(path -> WRITTEN.matcher(path).matches());
    assertThat(files).extracting(Path::toString).contains("README.md", "sid");
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      if (!ALLOWED.contains(file.getFileName().toString())) {
        found.addAll(PhraseBook.findings(file.toString(), ProjectFiles.text(file)));
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It tells more.                  | a:1: \"tells\", say: reports, shows, says or distinguishes",
        "x = toldBefore;                 | a:1: \"told\", say: reports, shows, says or distinguishes",
        "One.~ * A run goes~   * on now. | a:2: \"goes on\", say: resumes or continues",
        "\"are wrong\"~ + \"label\"      | a:1: \"wrong label\", say: noisy labels",
        "#mnist-wrong-labels             | a:1: \"wrong labels\", say: noisy labels",
        "~STAGED_ON_TRUNK                | a:2: \"TRUNK\", say: extractor"
      })
  void aPhraseIsFoundInAnyForm(String text, String finding) {
    assertThat(PhraseBook.findings("a", text.replace('~', '\n'))).containsExactly(finding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intelligent", "It goes. On top", "outcome tolerance", "widespread"})
  void aPartOfAWordIsNone(String text) {
    assertThat(PhraseBook.findings("a", text)).isEmpty();
  }
}
