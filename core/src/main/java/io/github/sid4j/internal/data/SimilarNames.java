package io.github.sid4j.internal.data;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of classes that may be one name in two spellings: other letter case, spaces, punctuation at
 * the end, forms of Unicode, or forms of a number.
 */
public final class SimilarNames {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,50}([.,]\\d{0,50})?|[.,]\\d{1,50})([eE][+-]?\\d{1,3})?");
  private static final int SHOWN = 5;

  private SimilarNames() {}

  /**
   * Warns of such names.
   *
   * @return a line, or none
   */
  static Optional<String> warning(List<String> names) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    names.forEach(name -> byKey.computeIfAbsent(key(name), k -> new ArrayList<>()).add(name));
    List<String> groups =
        byKey.values().stream()
            .filter(group -> group.size() > 1)
            .map(
                group ->
                    group.stream().map(SimilarNames::visible).collect(Collectors.joining(" and ")))
            .toList();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "classes whose names differ in no more than letter case, spaces, punctuation or the form of"
            + " a number: "
            + String.join(", ", groups.subList(0, Math.min(SHOWN, groups.size())))
            + (groups.size() > SHOWN ? " and %s more".formatted(groups.size() - SHOWN) : "")
            + "; give each class one name if these are the same");
  }

  /** One of some names that may be the same as another. */
  public static Optional<String> of(String name, List<String> names) {
    return names.stream().filter(one -> key(one).equals(key(name))).findFirst();
  }

  /** In quotes, with what cannot be seen written as in {@code \\u00a0}. */
  public static String visible(String name) {
    boolean composed = Normalizer.isNormalized(name, Normalizer.Form.NFC);
    StringBuilder text = new StringBuilder("\"");
    name.codePoints()
        .forEach(
            c -> {
              boolean seen = c == ' ' || (!isBlank(c) && (composed || !isMark(c)));
              text.append(seen ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c));
            });
    return text.append('"').toString();
  }

  /** The same for all spellings of a name. */
  private static String key(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .codePoints()
            .filter(c -> Character.getType(c) != Character.FORMAT)
            .mapToObj(c -> isBlank(c) ? " " : Character.toString(c))
            .collect(Collectors.joining())
            .strip();
    if (NUMBER.matcher(plain).matches()) {
      BigDecimal number = new BigDecimal(plain.replace(',', '.'));
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
    }
    return plain
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceFirst("[\\s.,;:!?]+$", "")
        // Not at the ends: grades may differ by a minus or a plus alone.
        .replaceAll("(?<=[\\p{L}\\p{N}])[ _-]+(?=[\\p{L}\\p{N}])", " ");
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
