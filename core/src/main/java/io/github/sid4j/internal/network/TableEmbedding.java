package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.TableFields.Field;
import io.github.sid4j.internal.network.TableFields.Kind;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network reads of a row of a table, [B, inputs] to [B, width]: periodic embeddings of the
 * numbers, then of each category a learned vector, and what is plain as it is. A column of fewer
 * categories than a vector has numbers stays as it is, too: a vector could say no more.
 */
public final class TableEmbedding implements Layer, Composite {
  /** The name of what embeds the numbers among the parts. */
  public static final String NUMBERS = "numbers";

  private final TableFields fields;
  private final Map<String, Layer> parts = new LinkedHashMap<>();
  private final int vector;
  private final int width;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param fields of a row
   * @param vector width of the vector of a number or a category
   * @param frequencies of each number
   * @param deviation of the first frequencies
   * @param init draws the parameters
   */
  public TableEmbedding(
      TableFields fields, int vector, int frequencies, double deviation, Initializer init) {
    this.fields = fields;
    this.vector = vector;
    int numbers = fields.of(Kind.NUMBER).stream().mapToInt(Field::width).sum();
    int all = numbers * vector;
    if (numbers > 0) {
      parts.put(NUMBERS, new PeriodicNumbers(numbers, frequencies, vector, deviation, init));
    }
    for (Field field : fields.fields()) {
      if (isEmbedded(field)) {
        parts.put(category(field), new CategoryVectors(field.width(), vector, init));
        all += vector;
      } else if (field.kind() != Kind.NUMBER) {
        all += field.width();
      }
    }
    width = all;
  }

  private boolean isEmbedded(Field field) {
    return field.kind() == Kind.CATEGORY && field.width() > vector;
  }

  /**
   * The name of what embeds a category among the parts; there is none of one that stays as it is.
   *
   * @param field of the row
   * @return with the place of its first input
   */
  public static String category(Field field) {
    return "category" + field.from();
  }

  @Override
  public Tensor forward(Tensor x) {
    List<Tensor> read = new ArrayList<>();
    List<Tensor> numbers =
        fields.of(Kind.NUMBER).stream().map(f -> x.narrowLast(f.from(), f.width())).toList();
    Layer periodic = parts.get(NUMBERS);
    if (periodic != null) {
      read.add(periodic.forward(joined(numbers)));
    }
    for (Field field : fields.fields()) {
      if (field.kind() != Kind.NUMBER) {
        Tensor inputs = x.narrowLast(field.from(), field.width());
        Layer vectors = parts.get(category(field));
        read.add(vectors == null ? inputs : vectors.forward(inputs));
      }
    }
    return joined(read);
  }

  private static Tensor joined(List<Tensor> tensors) {
    return tensors.size() == 1
        ? tensors.get(0)
        : Functional.concatenate(tensors.toArray(Tensor[]::new));
  }

  /**
   * How many numbers it gives.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * What it reads.
   *
   * @return the fields of a row
   */
  public TableFields fields() {
    return fields;
  }

  /**
   * {@code numbers}, if there are any, and {@code category} with the first input of each column.
   */
  @Override
  public Map<String, Layer> parts() {
    return parts;
  }
}
