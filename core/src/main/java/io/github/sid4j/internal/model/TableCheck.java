package io.github.sid4j.internal.model;

import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.NumericEncoder;
import io.github.sid4j.internal.data.table.PiecewiseEncoder;
import io.github.sid4j.internal.data.table.QuantileEncoder;
import io.github.sid4j.internal.data.table.Standardiser;
import io.github.sid4j.internal.settings.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of {@link ModelCheck} about the columns of tables. */
final class TableCheck {
  private final ModelCheck check;
  private final String where;
  private final TableEncoding table;

  TableCheck(ModelCheck check, String where, TableEncoding table) {
    this.check = check;
    this.where = where;
    this.table = table;
  }

  void run() {
    Set<String> names = new HashSet<>();
    for (int c = 0; c < table.columns().size(); c++) {
      TableEncoding.Column column = table.columns().get(c);
      String field = where + ".columns[" + c + "]";
      // Two columns of one name would read the same cells.
      if (column.name() == null || !names.add(column.name())) {
        throw check.wrong(
            field + ".name",
            "a name of its own",
            column.name() == null ? "null" : Shown.text(column.name()) + " a second time");
      }
      if (column.encoder() instanceof NumericEncoder number) {
        standardiser(check, field + ".encoder.standardiser", number.standardiser());
      } else if (column.encoder() instanceof QuantileEncoder quantiles) {
        ordered(field + ".encoder.points", quantiles.points(), 2, false);
      } else if (column.encoder() instanceof PiecewiseEncoder pieces) {
        ordered(field + ".encoder.edges", pieces.edges(), 1, true);
      } else if (column.encoder() instanceof CategoricalEncoder category) {
        categories(field + ".encoder.categories", category.categories());
      } else {
        throw check.wrong(field + ".encoder", "an encoder", "null");
      }
    }
  }

  private void ordered(String field, List<Double> numbers, int least, boolean different) {
    if (numbers.size() < least) {
      throw check.wrong(field, "at least " + least + " numbers", Integer.toString(numbers.size()));
    }
    for (int i = 0; i < numbers.size(); i++) {
      check.finite(field + "[" + i + "]", numbers.get(i));
      double step = i == 0 ? 1 : numbers.get(i) - numbers.get(i - 1);
      if (step < 0 || (different && step == 0)) {
        throw check.wrong(
            field + "[" + i + "]", "a number above the one before", numbers.get(i).toString());
      }
    }
  }

  private void categories(String field, List<String> categories) {
    if (categories.isEmpty()) {
      throw check.wrong(field, "at least one text", "none");
    }
    if (Set.copyOf(categories).size() < categories.size()) {
      throw check.wrong(field, "each text once", "one twice");
    }
  }

  static void standardiser(ModelCheck check, String field, Standardiser standardiser) {
    if (standardiser == null) {
      throw check.wrong(field, "mean and scale", "null");
    }
    check.finite(field + ".mean", standardiser.mean());
    check.finite(field + ".scale", standardiser.scale());
    if (standardiser.scale() < 0) {
      throw check.wrong(
          field + ".scale", "a number of at least 0", Double.toString(standardiser.scale()));
    }
  }
}
