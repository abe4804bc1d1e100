package io.github.sid4j.internal.data.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is seen behind transparent pixels, and around an image that does not fill its square. */
public enum Background {
  /** Full brightness. */
  WHITE(255),
  /** Half brightness. */
  GREY(128),
  /** No brightness. */
  BLACK(0),
  /** Transparency is passed over: the colours count that are stored below it; black around. */
  NONE(0);

  private final int level;

  Background(int level) {
    this.level = level;
  }

  /**
   * Its name in settings and files.
   *
   * @return in lower case
   */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Its brightness in every channel.
   *
   * @return 0 .. 255
   */
  public int level() {
    return level;
  }

  /**
   * What is seen of a pixel: the rounded mean of its level and the background's.
   *
   * @param value the pixel's level, 0 .. 255
   * @param opacity 0 for a pixel that cannot be seen, 255 for one that hides all
   * @return 0 .. 255
   */
  public int behind(int value, int opacity) {
    if (this == NONE) {
      return value;
    }
    int sum = value * opacity + level * (255 - opacity) + 128;
    return (sum + (sum >> 8)) >> 8;
  }
}
