package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.text.Tokenizer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows of a table of which some columns are inputs of their own: texts and images.
 *
 * @param table all rows, with the columns of numbers and categories; the labels are its own
 * @param inputs in the order in which a cascade reads them, the cheapest first
 * @param ids of the rows
 * @param label the name of the column with the class
 * @param format how the training file is written
 * @param texts how a tokenizer is learned, one for all columns of text
 */
record RawMultimodal(
    RawTable table,
    List<Input> inputs,
    List<SampleId> ids,
    String label,
    TableFormat format,
    TextOptions texts)
    implements RawExamples {
  /**
   * One input.
   *
   * @param name of it
   * @param raw what there is of it
   * @param places for each row its place in that, -1 where it lacks the input
   */
  // Two are never compared, so the identity of the array does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  record Input(String name, RawExamples raw, int[] places) {
    /** The places of those rows that have the input. */
    int[] present(int... rows) {
      return IntStream.of(rows).map(row -> places[row]).filter(place -> place >= 0).toArray();
    }
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public int label(int index) {
    return table.label(index);
  }

  @Override
  public String labelSource() {
    return table.labelSource();
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    table.writeTo(out);
    for (Input input : inputs) {
      for (int place : input.places) {
        out.writeInt(place);
      }
      if (input.raw != table) {
        input.raw.writeTo(out);
      }
    }
  }

  @Override
  public Preparation learn(int[] kept, int[] training) {
    Optional<Tokenizer> tokenizer = tokenizer(kept);
    List<Preparation> learned = new ArrayList<>();
    for (Input input : inputs) {
      int[] some = input.present(training);
      learned.add(
          input.raw instanceof RawTexts columns && tokenizer.isPresent()
              ? columns.by(columns.encoding(tokenizer.get(), some))
              : input.raw.learn(input.present(kept), some));
    }
    return rows -> prepared(learned, rows);
  }

  /** The same for all columns of text, since a model has one. */
  private Optional<Tokenizer> tokenizer(int... kept) {
    List<String> seen = new ArrayList<>();
    for (Input input : inputs) {
      if (input.raw instanceof RawTexts columns) {
        IntStream.of(input.present(kept)).mapToObj(columns.texts()::get).forEach(seen::add);
      }
    }
    boolean any = inputs.stream().anyMatch(input -> input.raw instanceof RawTexts);
    return any ? Optional.of(texts.learned(seen)) : Optional.empty();
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    if (!(encoding instanceof MultimodalEncoding known) || !names(known).equals(names())) {
      throw RawExamples.unlike(encoding, "a table with the inputs " + String.join(", ", names()));
    }
    List<Preparation> ways = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      ways.add(inputs.get(i).raw.by(known.inputs().get(i).encoding()));
    }
    return rows -> prepared(ways, rows);
  }

  private List<String> names() {
    return inputs.stream().map(Input::name).toList();
  }

  private static List<String> names(MultimodalEncoding known) {
    return known.inputs().stream().map(MultimodalEncoding.Input::name).toList();
  }

  private Examples prepared(List<Preparation> ways, int... rows) {
    List<MultimodalExamples.Part> parts = new ArrayList<>();
    List<MultimodalEncoding.Input> encodings = new ArrayList<>();
    for (int f = 0; f < inputs.size(); f++) {
      Input input = inputs.get(f);
      Examples present = ways.get(f).prepare(input.present(rows));
      encodings.add(new MultimodalEncoding.Input(input.name, present.encoding().orElseThrow()));
      int[] places = new int[rows.length];
      int next = 0;
      for (int i = 0; i < rows.length; i++) {
        places[i] = input.places[rows[i]] < 0 ? -1 : next++;
      }
      parts.add(new MultimodalExamples.Part(present, places));
    }
    return new MultimodalExamples(
        Arrays.stream(rows).map(table::label).toArray(),
        new MultimodalEncoding(label, format, encodings),
        parts,
        i -> ids.get(rows[i]));
  }
}
