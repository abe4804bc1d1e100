package io.github.sid4j.execution;

/**
 * How the updates of a step are carried out. All give the same numbers. Constants, safe for several
 * threads.
 */
public enum Strategy {
  /** Beliefs first, then gradients, as the paper writes it. */
  TWO_PHASE("two-phase"),
  /** Module after module, with one pass. */
  SINGLE_PASS("single-pass"),
  /** Modules on several threads. */
  THREADS("threads"),
  /** Shares of a batch on several threads. */
  DATA_PARALLEL("data-parallel"),
  /** Modules of one shape in one operation. */
  BATCHED("batched"),
  /** Stages on several threads, each at another batch. */
  PIPELINE("pipeline");

  private final String wireName;

  Strategy(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Its name in files and flags.
   *
   * @return lower case, words joined by hyphens
   */
  public String wireName() {
    return wireName;
  }
}
