package io.github.sid4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phrases that neither code nor pages use, and what they say instead. */
final class PhraseBook {
  /**
   * Regular expressions of whole words in any case; a blank also stands for a line break within a
   * comment or a string.
   */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("tells?|told|telling", "reports, shows, says or distinguishes"),
          Map.entry("(?:goes|go|going|gone|went) on", "resumes or continues"),
          Map.entry("wrong(?:ly)? label(?:s|led)?", "noisy labels"),
          Map.entry("by heart", "memorizes"),
          Map.entry("spreads?|spreading", "standard deviation, interval or quartiles"),
          Map.entry("learnt", "learned"),
          Map.entry("(?:comes?|came|coming) to", "is, reaches or results in"),
          Map.entry("somebody", "another person, or what acts"),
          Map.entry("whoever", "who, or what acts"),
          Map.entry("hoped for", "expected"),
          Map.entry("anew", "again"),
          Map.entry("noting", "with notes, or records"),
          Map.entry("trunks?", "extractor"),
          Map.entry("prune[sd]?|pruning", "truncate"),
          Map.entry("overrule[sd]?", "label disagreement"),
          Map.entry("made worse", "regressed"),
          Map.entry("onlookers?", "observers"));

  private static final String GAP = "[\\s*/\"+#-]+";
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

  private static final Map<Pattern, String> PATTERNS = new TreeMap<>(PhraseBook::byText);

  static {
    INSTEAD.forEach(
        (phrase, instead) ->
            PATTERNS.put(
                Pattern.compile(
                    "\\b(?:" + phrase.replace(" ", GAP) + ")\\b", Pattern.CASE_INSENSITIVE),
                instead));
  }

  private PhraseBook() {}

  private static int byText(Pattern one, Pattern other) {
    return one.pattern().compareTo(other.pattern());
  }

  /**
   * Finds what should be said otherwise.
   *
   * @param name of the text
   * @param text whose identifiers count as their words
   * @return a line for each phrase that was found
   */
  static List<String> findings(String name, String text) {
    String words = HUMP.matcher(text).replaceAll(" ");
    List<String> found = new ArrayList<>();
    PATTERNS.forEach(
        (pattern, instead) -> {
          Matcher matcher = pattern.matcher(words);
          while (matcher.find()) {
            long line =
                1 + words.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
            String phrase = matcher.group().replaceAll(GAP, " ");
            found.add(name + ":" + line + ": \"" + phrase + "\", say: " + instead);
          }
        });
    return found;
  }
}
