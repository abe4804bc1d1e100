package io.github.sid4j.model;

/** What reads the belief of a stage before the last. Immutable, and so safe for several threads. */
public enum HeadChoice {
  /** What the network can use best. */
  AUTO("auto"),
  /** A perceptron on the averaged features. */
  MLP("mlp"),
  /** Convolutions before the average; of networks of images. */
  CONV("conv"),
  /** The attention of a class token; of networks of tokens. */
  ATTENTION("attention");

  private final String wireName;

  HeadChoice(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Its name in files and flags.
   *
   * @return lower case
   */
  public String wireName() {
    return wireName;
  }
}
