package io.github.sid4j.method;

/** How the modules of a cascade share a network. Constants, safe for several threads. */
public enum Topology {
  /** Every module reads the whole network. */
  SHARED("shared"),
  /** The network is cut, and every module carries a stage of it. */
  STAGED("staged"),
  /** The whole network is one classifier. */
  WHOLE("whole");

  private final String wireName;

  Topology(String wireName) {
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
