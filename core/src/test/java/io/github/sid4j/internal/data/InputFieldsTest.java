package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.NumericEncoder;
import io.github.sid4j.internal.data.table.PiecewiseEncoder;
import io.github.sid4j.internal.data.table.Standardiser;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputFieldsTest {
  private static final NumericEncoder NUMBER = new NumericEncoder(new Standardiser(0, 1), false);
  private static final NumericEncoder MARKED = new NumericEncoder(new Standardiser(0, 1), true);

  @Test
  void neighboursOfOneKindAreOneFieldButCategoriesAreNot() {
    CategoricalEncoder two = new CategoricalEncoder(List.of("a", "b"));
    PiecewiseEncoder pieces = new PiecewiseEncoder(List.of(0.0, 1.0, 3.0), true);
    assertThat(InputFields.of(List.of(NUMBER, NUMBER, two, two, MARKED, NUMBER, pieces)))
        .containsExactly(
            "number-2", "category-2", "category-2", "number-1", "plain-1", "number-1", "plain-3");
    assertThat(InputFields.of(List.of(MARKED, pieces))).containsExactly("number-1", "plain-4");
  }
}
