package io.github.sid4j.internal.data.table;

import java.util.regex.Pattern;

/** The forms in which people write numbers, of which only one is read. */
final class NumberForms {
  /** Stricter than Java's own parser, which takes "1f" and "0x1p3" for numbers too. */
  private static final Pattern WITH_POINT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private static final Pattern WITH_COMMA =
      Pattern.compile("[+-]?([0-9]+,?[0-9]*|,[0-9]+)([eE][+-]?[0-9]+)?");

  /** As 1,234 or 12.345.678: groups of three digits. */
  private static final Pattern THOUSANDS =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}([.,'’ \\u00A0\\u2009\\u202F][0-9]{3})+([.,][0-9]+)?");

  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  /** Digits of other scripts, and the signs of infinity and minus that are no ASCII. */
  private static final Pattern OTHER_SCRIPT =
      Pattern.compile("[+\\-\\u2212]?(\\p{Nd}+[.,\\u066B]?\\p{Nd}*([eE][+-]?\\p{Nd}+)?|\\u221E)");

  /** A digit, perhaps behind a sign or the sign of a currency. */
  private static final Pattern QUANTITY =
      Pattern.compile("[+\\-\\u2212]?\\p{Sc}?\\s?[+\\-\\u2212]?[.,]?\\p{Nd}.*", Pattern.DOTALL);

  private NumberForms() {}

  static boolean isNumber(String text, DecimalSign decimal) {
    if (text.isEmpty() || "+-.,0123456789".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return (decimal == DecimalSign.POINT ? WITH_POINT : WITH_COMMA).matcher(text).matches();
  }

  /** Whether a text is a number that only has a meaning with this decimal sign. */
  static boolean isFraction(String text, DecimalSign decimal) {
    return text.indexOf(decimal.sign()) >= 0 && isNumber(text, decimal);
  }

  /** Whether a text may be a whole number whose thousands are grouped. */
  static boolean mayBeThousands(String text) {
    return THOUSANDS.matcher(text).matches();
  }

  /** Whether a text is a number, in a form that may not be the one that is read. */
  static boolean isSomeNumber(String text) {
    return isNumber(text, DecimalSign.POINT)
        || isNumber(text, DecimalSign.COMMA)
        || mayBeThousands(text)
        || INFINITE.matcher(text).matches()
        || OTHER_SCRIPT.matcher(text).matches();
  }

  /** Whether a text begins as a quantity does, such as a date, a price or a length with a unit. */
  static boolean beginsAsQuantity(String text) {
    return QUANTITY.matcher(text).matches();
  }
}
