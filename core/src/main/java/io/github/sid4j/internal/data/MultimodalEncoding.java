package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples of several inputs, its inputs: the columns of numbers and categories of a table, columns
 * of text, columns of images. For each input, in order, there is 1 where a sample has it and 0
 * where it has not, and then the numbers of the input.
 *
 * @param label the name of the column that held the class, which is not read
 * @param format how the training file was written
 * @param inputs at least one
 */
public record MultimodalEncoding(String label, TableFormat format, List<Input> inputs)
    implements InputEncoding {
  /** What the input is called that has the columns of numbers and categories. */
  public static final String TABLE = "table";

  /**
   * One input.
   *
   * @param name of its column; {@value #TABLE} for that of numbers and categories
   * @param encoding a table's, a text's or an image's
   */
  public record Input(String name, InputEncoding encoding) {
    /** How many numbers it has, without the one that says whether it is there. */
    public int width() {
      return IntStream.of(encoding.shape()).reduce(1, Math::multiplyExact);
    }

    /** Writes what stands where a sample lacks the input. */
    void writeAbsent(float[] into, int offset) {
      float nothing = encoding instanceof TextEncoding texts ? texts.tokens() : 0;
      Arrays.fill(into, offset, offset + width(), nothing);
    }
  }

  /** Keeps a copy that cannot be changed. */
  public MultimodalEncoding {
    inputs = List.copyOf(inputs);
  }

  @Override
  @JsonIgnore
  public int[] shape() {
    return new int[] {inputs.stream().mapToInt(input -> 1 + input.width()).sum()};
  }

  /** Where each input begins in a sample: the place of the number that says whether it is there. */
  public int[] offsets() {
    int[] offsets = new int[inputs.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + 1 + inputs.get(i - 1).width();
    }
    return offsets;
  }

  /**
   * Takes a input away from a sample.
   *
   * @param values hold the sample's numbers, and others
   * @param offset where the sample begins
   * @param input by number from 0
   */
  public void removeFrom(float[] values, int offset, int input) {
    int begin = offset + offsets()[input];
    values[begin] = 0;
    inputs.get(input).writeAbsent(values, begin + 1);
  }

  @Override
  public Optional<TextEncoding> texts() {
    return inputs.stream().flatMap(input -> input.encoding().texts().stream()).findFirst();
  }

  @Override
  public MultimodalEncoding tokenized(byte[] file, String where) {
    return new MultimodalEncoding(
        label,
        format,
        inputs.stream()
            .map(input -> new Input(input.name(), input.encoding().tokenized(file, where)))
            .toList());
  }
}
