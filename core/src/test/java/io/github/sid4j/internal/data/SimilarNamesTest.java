package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimilarNamesTest {
  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of("ash", "ASH"),
        Arguments.of("1", "1.0"),
        Arguments.of("1", "01"),
        Arguments.of("1.5", "1,50"),
        Arguments.of("0", "-0"),
        Arguments.of("cedar", "cedar\u00a0"),
        Arguments.of("cedar", "\u200bcedar"),
        Arguments.of("red oak", "red  oak"),
        Arguments.of("red oak", "red_oak"),
        Arguments.of("caf\u00e9", "cafe\u0301"),
        Arguments.of("1", "\uff11"),
        Arguments.of("yes", "yes."),
        Arguments.of("Stra\u00dfe", "strasse"));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void spellingsOfOneNameAreWarnedOf(String one, String other) {
    assertThat(SimilarNames.warning(List.of(one, "else", other)).orElseThrow())
        .contains(SimilarNames.visible(one) + " and " + SimilarNames.visible(other));
  }

  static Stream<Arguments> different() {
    return Stream.of(
        Arguments.of("1", "-1"),
        Arguments.of("A+", "A-"),
        Arguments.of("A", "A-"),
        Arguments.of("C", "C++"),
        Arguments.of("1", "10"),
        Arguments.of("cat", "cats"));
  }

  @ParameterizedTest
  @MethodSource("different")
  void otherNamesAreNot(String one, String other) {
    assertThat(SimilarNames.warning(List.of(one, other))).isEmpty();
  }

  @Test
  void whatCannotBeSeenIsWrittenOut() {
    assertThat(SimilarNames.visible("cedar\u00a0")).isEqualTo("\"cedar\\u00a0\"");
    assertThat(SimilarNames.visible("cafe\u0301")).isEqualTo("\"cafe\\u0301\"");
    assertThat(SimilarNames.visible("caf\u00e9 au lait")).isEqualTo("\"caf\u00e9 au lait\"");
  }

  @Test
  void manyPairsAreShortened() {
    List<String> names =
        IntStream.range(0, 16)
            .mapToObj(i -> Character.toString((i % 2 == 0 ? 'a' : 'A') + i / 2))
            .toList();
    assertThat(SimilarNames.warning(names).orElseThrow()).contains("\"e\" and \"E\" and 3 more;");
  }
}
