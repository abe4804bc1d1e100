package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.ColumnEncoder;
import io.github.sid4j.internal.data.table.NumberEncoder;
import java.util.ArrayList;
import java.util.List;

/** Says for the inputs of a table what a network may do with them. */
final class InputFields {
  private static final String NUMBER = "number";
  private static final String PLAIN = "plain";

  private final List<String> fields = new ArrayList<>();
  private String kind = "";
  private int width;

  private InputFields() {}

  /** The fields of columns in their order. */
  static List<String> of(List<ColumnEncoder> columns) {
    InputFields found = new InputFields();
    for (ColumnEncoder column : columns) {
      if (column instanceof NumberEncoder number) {
        // Where a number is several inputs these are its embedding already.
        found.add(number.inputs() == 1 ? NUMBER : PLAIN, number.inputs());
        found.add(PLAIN, number.width() - number.inputs());
      } else if (column instanceof CategoricalEncoder category) {
        found.end();
        found.add("category", category.width());
        found.end();
      }
    }
    found.end();
    return List.copyOf(found.fields);
  }

  private void add(String next, int inputs) {
    if (inputs > 0 && !next.equals(kind)) {
      end();
      kind = next;
    }
    width += inputs;
  }

  private void end() {
    if (width > 0) {
      fields.add(kind + "-" + width);
    }
    kind = "";
    width = 0;
  }
}
