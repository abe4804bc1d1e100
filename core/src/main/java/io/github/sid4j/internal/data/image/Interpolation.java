package io.github.sid4j.internal.data.image;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a new pixel is made of the old ones around it. All widen with the scale (antialiasing). */
public enum Interpolation {
  /** Weights fall linearly. */
  BILINEAR("bilinear", 1) {
    @Override
    double weight(double distance) {
      return distance < 1 ? 1 - distance : 0;
    }
  },

  /** Keys' cubic, a = -0.5; keeps edges sharper. */
  BICUBIC("bicubic", 2) {
    @Override
    double weight(double distance) {
      if (distance < 1) {
        return ((SHARPNESS + 2) * distance - (SHARPNESS + 3)) * distance * distance + 1;
      }
      return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * SHARPNESS : 0;
    }
  };

  private static final double SHARPNESS = -0.5;

  private final String word;
  private final double support;

  Interpolation(String word, double support) {
    this.word = word;
    this.support = support;
  }

  /**
   * Its name in settings and files.
   *
   * @return in lower case
   */
  @JsonValue
  public String word() {
    return word;
  }

  /** Of how many pixels to each side a new one is made, where nothing is made smaller. */
  double support() {
    return support;
  }

  /** What a pixel at a distance counts, before all are brought to the sum 1. */
  abstract double weight(double distance);
}
