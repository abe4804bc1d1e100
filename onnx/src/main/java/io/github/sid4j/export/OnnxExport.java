package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a cascade as an ONNX file that gives the beliefs of all depths, and shows that it does:
 * nothing is written before ONNX Runtime has given the cascade's own beliefs for batches of 1, 3
 * and 17 random samples, to 1e-4. docs/guides/export.md says what is in the file.
 *
 * <pre>{@code
 * OnnxExport.of(cascade, 3, 32, 32).with(preprocessing).withClassNames(names).write(file);
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class OnnxExport {
  private final Cascade cascade;
  private final List<Integer> sample;
  private final Optional<Preprocessing> preprocessing;
  private final OptionalInt tokens;
  private final Writers writers;
  private final Map<String, String> metadata;

  private OnnxExport(
      Cascade cascade,
      List<Integer> sample,
      Optional<Preprocessing> preprocessing,
      OptionalInt tokens,
      Writers writers,
      Map<String, String> metadata) {
    this.cascade = cascade;
    this.sample = sample;
    this.preprocessing = preprocessing;
    this.tokens = tokens;
    this.writers = writers;
    this.metadata = metadata;
  }

  /**
   * Prepares an export of what a cascade computes in inference, in single precision.
   *
   * @param cascade with the weights that are to be written, in whatever precision it computes
   * @param shape of one example
   * @return without preprocessing or class names, by the {@linkplain Writers#standard() standard
   *     writers}
   */
  public static OnnxExport of(Cascade cascade, int... shape) {
    Map<String, String> metadata = Metadata.origin();
    metadata.put("input", "numbers as the network reads them");
    return new OnnxExport(
        cascade.plain(),
        Arrays.stream(shape).boxed().toList(),
        Optional.empty(),
        OptionalInt.empty(),
        Writers.standard(),
        metadata);
  }

  /**
   * Puts what is done to images before the network reads them into the graph, whose input then is
   * their levels.
   *
   * @param images the numbers for it, of as many channels as the examples have
   * @return with it
   * @throws InputException if they are for other examples
   */
  public OnnxExport with(Preprocessing images) {
    images.check(sample);
    return new OnnxExport(cascade, sample, Optional.of(images), tokens, writers, metadata)
        .with("input", "levels from 0 to %s".formatted(images.maximum()));
  }

  /**
   * Has the graph read whole numbers, the ids of a text's tokens.
   *
   * @param ids how many there are; the next one is padding behind the last token
   * @return with it
   * @throws InputException if examples are no rows, or there is no id
   */
  public OnnxExport ofTokens(int ids) {
    if (sample.size() != 1 || ids < 1) {
      throw new InputException(
          "tokens",
          "at least 1 id, for examples of a row of them",
          ids + " for examples of shape " + sample,
          "leave it out for a cascade that reads no texts");
    }
    return new OnnxExport(cascade, sample, preprocessing, OptionalInt.of(ids), writers, metadata)
        .with("input", "ids of tokens as int64, and behind the last one %s".formatted(ids));
  }

  /**
   * Takes other writers.
   *
   * @param others in the place of the standard ones
   * @return with them
   */
  public OnnxExport with(Writers others) {
    return new OnnxExport(cascade, sample, preprocessing, tokens, others, metadata);
  }

  /**
   * Names the classes in the model's metadata, as {@code class_names}.
   *
   * @param names in the order of the labels, one for each class
   * @return with them
   * @throws InputException if there are more or fewer
   */
  public OnnxExport withClassNames(List<String> names) {
    return with("class_names", Metadata.classNames(names, cascade.classes()));
  }

  /**
   * Adds to the model's metadata.
   *
   * @param key its name; a value that it had is replaced
   * @param value free text
   * @return with it
   */
  public OnnxExport with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(key, value);
    return new OnnxExport(cascade, sample, preprocessing, tokens, writers, more);
  }

  /**
   * The model of the whole cascade, without a check by ONNX Runtime.
   *
   * @return what {@link #write} writes
   * @throws InputException if there are layers that cannot be exported
   */
  public byte[] unchecked() {
    return CascadeGraph.of(cascade, sample, preprocessing, tokens.isPresent(), writers, metadata)
        .toByteArray();
  }

  /**
   * A model of each module, without a check by ONNX Runtime. They read what the network reads,
   * without preprocessing.
   *
   * @return as many as the cascade has modules
   * @throws InputException if there are layers that cannot be exported
   */
  public StageModels stages() {
    return new StageModels(
        StageGraphs.of(cascade, sample, tokens.isPresent(), writers, metadata).stream()
            .map(ModelProto::toByteArray)
            .toList());
  }

  /**
   * Writes the file.
   *
   * @param file replaced if it is there; its folder must be there
   * @return what was written
   * @throws InputException if there are layers that cannot be exported
   * @throws ExportException if ONNX Runtime gives other beliefs; then nothing is written
   * @throws IOException if the file cannot be written
   */
  public Exported write(Path file) throws IOException {
    byte[] model = unchecked();
    double difference = new GraphCheck(cascade, sample, preprocessing, tokens).check(model);
    AtomicFiles.write(file, out -> out.write(model));
    return new Exported(model.length, cascade.depth(), difference);
  }
}
