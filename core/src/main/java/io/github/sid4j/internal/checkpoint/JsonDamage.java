package io.github.sid4j.internal.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with JSON that is wholly in memory, in words for a user. Any failure to read it is
 * damage, whatever its kind: the parser takes zeros for UTF-32, for example, and says so by an
 * exception for characters.
 */
public final class JsonDamage {
  /** What the parser puts before the name of a class. */
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  private JsonDamage() {}

  /**
   * What was found.
   *
   * @param e from reading JSON in memory
   * @return without the names of packages; a record's own refusal as it is
   */
  public static String found(IOException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException || cause instanceof InputException) {
      return orDamage(cause.getMessage());
    }
    if (cause instanceof NullPointerException missing) {
      // Collections refuse a null without a word.
      String field = missing.getMessage();
      return field != null && field.matches("[a-z0-9_]+")
          ? "null for " + field
          : "null where a value must be";
    }
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return PACKAGE.matcher(orDamage(message)).replaceAll("");
  }

  private static String orDamage(@Nullable String message) {
    return message == null ? "damage" : message;
  }
}
