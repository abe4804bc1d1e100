package io.github.sid4j.internal.formats.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds what comes out of a compressed file to a budget, also if it is one endless line. */
final class BudgetedInput extends FilterInputStream {
  private final CellBudget budget;

  BudgetedInput(InputStream in, CellBudget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    budget.add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    budget.add(Math.max(0, count));
    return count;
  }
}
