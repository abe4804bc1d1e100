package io.github.sid4j.train;

/** To be written. */
public final class TrainingBuilder {
  TrainingBuilder() {}
}
