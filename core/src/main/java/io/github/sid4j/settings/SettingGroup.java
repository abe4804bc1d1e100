package io.github.sid4j.settings;

/**
 * What settings are about: the headings of the help text, in its order. Constants, safe for several
 * threads.
 */
public enum SettingGroup {
  /** What is learned from. */
  DATA("Data"),
  /** What is trained. */
  MODEL("Model"),
  /** What is minimised. */
  OBJECTIVE("Objective"),
  /** How it is minimised. */
  TRAINING("Training"),
  /** Where and how the program runs. */
  RUN("Run");

  private final String title;

  SettingGroup(String title) {
    this.title = title;
  }

  /**
   * The heading.
   *
   * @return one word, fit to be shown
   */
  public String title() {
    return title;
  }
}
