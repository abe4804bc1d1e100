package io.github.sid4j.model;

/** Which weights of a run. Constants, safe for several threads. */
public enum Weights {
  /** Of the epoch with the highest validation accuracy. */
  BEST,
  /** Of the last epoch. */
  LAST
}
