package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;

/** When an image is mirrored left to right. */
public enum Mirroring {
  /** With probability 1/2 each time. */
  RANDOM {
    @Override
    boolean mirrors(Augmentation.Turn turn) {
      return turn.rng().nextDouble() < 0.5;
    }
  },

  /**
   * In every second epoch, half of the images in the even ones and half in the odd ones: two epochs
   * show each image both ways (Jordan, 2024, arXiv 2404.00498).
   */
  ALTERNATING {
    @Override
    boolean mirrors(Augmentation.Turn turn) {
      boolean first = turn.lasting().nextDouble() < 0.5;
      return first == (turn.epoch() % 2 == 0);
    }
  };

  /** Whether the image of a turn is. */
  abstract boolean mirrors(Augmentation.Turn turn);
}
