package io.github.sid4j.internal.data;

import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.text.Tokenizer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts from which a tokenizer is learned.
 *
 * @param texts of all parts
 * @param ids by what a person finds them
 * @param labels for each text its class
 * @param layout of the files that they stand in
 * @param options what is given about them
 */
record RawTexts(
    List<String> texts,
    List<SampleId> ids,
    List<Integer> labels,
    Layout layout,
    TextOptions options)
    implements RawExamples {
  /** No text is read further if nobody asks for more. */
  private static final int MOST_TOKENS = 512;

  /**
   * The files' columns.
   *
   * @param where the training file, for messages
   * @param label the name of the column with the class
   * @param columns those that hold text
   * @param columnNames of files without a header; null where they have one
   */
  record Layout(
      String where, String label, List<String> columns, @Nullable List<String> columnNames) {}

  @Override
  public int size() {
    return texts.size();
  }

  @Override
  public int label(int index) {
    return labels.get(index);
  }

  @Override
  public String labelSource() {
    return "column %s of %s".formatted(CellText.quoted(layout.label()), layout.where());
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
      out.writeInt(labels.get(i));
    }
  }

  /** Words of the validation part are as unknown as those of the test part. */
  @Override
  public Preparation learn(int[] kept, int[] training) {
    return prepared(encoding(kept, training));
  }

  TextEncoding encoding(int[] kept, int[] training) {
    return encoding(options.learned(Arrays.stream(kept).mapToObj(texts::get).toList()), training);
  }

  /** By a tokenizer that was learned elsewhere. */
  TextEncoding encoding(Tokenizer tokenizer, int[] training) {
    int most =
        options.mostTokens() > 0
            ? options.mostTokens()
            : Arrays.stream(training)
                .map(i -> tokenizer.encode(texts.get(i)).length)
                .map(length -> Math.max(1, Math.min(MOST_TOKENS, length)))
                .max()
                .orElse(1);
    return TextEncoding.of(layout.columns(), layout.label(), layout.columnNames(), most, tokenizer);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    if (!(encoding instanceof TextEncoding known)) {
      throw RawExamples.unlike(encoding, "texts");
    }
    return prepared(known);
  }

  private Preparation prepared(TextEncoding encoding) {
    return indices ->
        new EncodedTexts(
            Arrays.stream(indices).mapToObj(i -> encoding.ids(texts.get(i))).toList(),
            Arrays.stream(indices).map(labels::get).toArray(),
            encoding,
            i -> ids.get(indices[i]),
            i -> texts.get(indices[i]));
  }
}
