package io.github.sid4j.internal.data;

import java.io.DataOutputStream;
import java.io.IOException;

/** Examples with an arrangement, which decides what parts they go to and nothing else. */
final class ArrangedExamples implements RawExamples {
  private final RawExamples examples;
  private final RowArrangement rows;

  ArrangedExamples(RawExamples examples, RowArrangement rows) {
    this.examples = examples;
    this.rows = rows;
  }

  @Override
  public boolean isGrouped() {
    return rows.isGrouped();
  }

  @Override
  public int group(int index) {
    return rows.group(index);
  }

  @Override
  public boolean isTimed() {
    return rows.isTimed();
  }

  @Override
  public double time(int index) {
    return rows.time(index);
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public int label(int index) {
    return examples.label(index);
  }

  @Override
  public String labelSource() {
    return examples.labelSource();
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    examples.writeTo(out);
  }

  @Override
  public Preparation learn(int[] kept, int[] training) {
    return examples.learn(kept, training);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    return examples.by(encoding);
  }

  @Override
  public Preparation by(PhotoPreparation preparation) {
    return examples.by(preparation);
  }
}
