package io.github.sid4j.data;

import java.io.DataOutputStream;
import java.io.IOException;

/** Labelled data as loaded, before anything was learned from it. */
interface RawExamples {
  int size();

  int label(int index);

  /** Writes all that the data consists of, so that it can be hashed. */
  void writeTo(DataOutputStream out) throws IOException;

  /** Learns how to prepare this data, looking at none but the given examples. */
  Preparation learn(int[] training);

  /** What was learned. */
  interface Preparation {
    /** The given examples of the data it was learned from, in the given order. */
    Examples prepare(int[] indices);
  }
}
