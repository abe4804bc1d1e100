package io.github.sid4j.internal.data.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an image of any shape fills a square. */
public enum ImageFit {
  /** The shorter side fills it; what the longer one has too much is cut off on both ends. */
  CROP,
  /** The longer side fills it; the rest has the colour of the background. */
  PAD,
  /** Both sides fill it, whatever their ratio. */
  STRETCH;

  /**
   * Its name in settings and files.
   *
   * @return in lower case
   */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
