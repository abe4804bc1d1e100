package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextListTypeTest {
  private static final TextListType TYPE = new TextListType("names");

  @Test
  void commasSeparateAndBlanksAroundThemDoNotCount() {
    assertThat(TYPE.parse(" a b , c\\d,5\" disk ")).containsExactly("a b", "c\\d", "5\" disk");
    assertThat(TYPE.parse("  ")).isEmpty();
  }

  @Test
  void quotesKeepCommasBlanksAndDoubledQuotes() {
    assertThat(TYPE.parse("\"a, b\" ,c,\" d \",\"say \"\"e\"\"\""))
        .containsExactly("a, b", "c", " d ", "say \"e\"");
    assertThat(TYPE.format(List.of("a, b", "c", " d ", "say \"e\"")))
        .isEqualTo("\"a, b\",c,\" d \",\"say \"\"e\"\"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,", ",a", "a,,b", "\"\"", "\"a", "\"a\"b,c", "a,a", "a,\"a\"", "\ud800"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> TYPE.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void anyNamesComeBackFromTextAndFile(@ForAll("names") List<String> names) throws IOException {
    assertThat(TYPE.parse(TYPE.format(names))).isEqualTo(names);
    Settings settings = Settings.defaults().with(DataSetting.CLASSES, names);
    assertThat(Settings.parse(settings.toMap())).isEqualTo(settings);
    Path file = Files.createTempFile("settings", ".yaml");
    try {
      Files.writeString(file, settings.toYaml());
      assertThat(Settings.read(file)).isEqualTo(settings);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("\"\\', \n\t#:-[]{}~é").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> any =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(9)
            .filter(text -> text.codePoints().noneMatch(TextListTypeTest::isHalf));
    return Arbitraries.oneOf(odd, any).list().uniqueElements().ofMaxSize(4);
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  @Test
  void theEntriesOfAListInAFileAreTakenAsTheyAre() throws IOException {
    Path file = Files.createTempFile("settings", ".yaml");
    try {
      Files.writeString(file, "classes:\n- a, b\n- 'say \"c\"'\n- \" d \"\n- 1.0\n");
      assertThat(Settings.read(file).get(DataSetting.CLASSES))
          .containsExactly("a, b", "say \"c\"", " d ", "1.0");
    } finally {
      Files.delete(file);
    }
  }
}
