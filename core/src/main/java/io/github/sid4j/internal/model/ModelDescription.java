package io.github.sid4j.internal.model;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.checkpoint.PlainFiles;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.run.AsRead;
import io.github.sid4j.internal.run.OptionalField;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.Networks;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a model beside its settings and weights to use it without its data. In the
 * run folder it is {@code model.json}.
 *
 * @param formatVersion 1
 * @param dataset name of the data set that it was trained on
 * @param network the name of its network, never {@code auto}; of a network of one's own what the
 *     settings say
 * @param classNames the name of class c at place c, from 0
 * @param inputShape of one example
 * @param input how files and rows become examples; null where the data was of one's own
 * @param preparation of photos for the pretrained network that it began with; null if there is none
 */
public record ModelDescription(
    int formatVersion,
    String dataset,
    String network,
    List<String> classNames,
    List<Integer> inputShape,
    @Nullable InputEncoding input,
    @OptionalField @Nullable PhotoPreparation preparation) {
  static final int FORMAT = 1;

  /** Keeps copies that cannot be changed. */
  public ModelDescription {
    classNames = AsRead.list(classNames);
    inputShape = AsRead.list(inputShape);
  }

  /**
   * Reads what goes with a model, and checks it.
   *
   * @param file {@code model.json}
   * @return whose numbers can be used
   * @throws io.github.sid4j.error.InputException if there is no such file, or a field of it is
   *     missing, out of range or does not fit the others
   * @throws IOException if it cannot be read
   */
  public static ModelDescription read(Path file) throws IOException {
    ModelDescription read = RunJson.read(file, ModelDescription.class);
    new ModelCheck(file.toString(), read).run();
    return read.input != null && read.input.texts().isPresent()
        ? read.with(tokenized(read.input, file))
        : read;
  }

  private static InputEncoding tokenized(InputEncoding texts, Path model) throws IOException {
    Path file = model.resolveSibling(TextEncoding.FILE);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "the tokenizer of the model", "none", "put it back");
    }
    return texts.tokenized(Files.readAllBytes(PlainFiles.file(file)), file.toString());
  }

  private ModelDescription with(InputEncoding texts) {
    return new ModelDescription(
        formatVersion, dataset, network, classNames, inputShape, texts, preparation);
  }

  /**
   * Writes {@code model.json}, and before it the tokenizer of a model that reads texts.
   *
   * @param paths of the run
   * @throws IOException if a file cannot be written
   */
  public void write(RunPaths paths) throws IOException {
    TextEncoding texts = input == null ? null : input.texts().orElse(null);
    if (texts != null) {
      AtomicFiles.write(paths.tokenizer(), out -> out.write(texts.tokenizerFile()));
    }
    RunJson.write(paths.model(), this);
  }

  /**
   * Describes the model of a run.
   *
   * @param settings of the run
   * @param dataset that it is trained on
   * @param examples a part of it, prepared
   * @return what goes with the model
   */
  public static ModelDescription of(Settings settings, Dataset dataset, Examples examples) {
    return new ModelDescription(
        FORMAT,
        dataset.name(),
        Networks.resolve(settings, examples.shape()),
        dataset.classNames(),
        Arrays.stream(examples.shape()).boxed().toList(),
        examples.encoding().orElse(null),
        null);
  }

  /**
   * The same with how photos are prepared.
   *
   * @param photos {@code null} for none
   * @return a copy
   */
  public ModelDescription with(@Nullable PhotoPreparation photos) {
    return new ModelDescription(
        formatVersion, dataset, network, classNames, inputShape, input, photos);
  }

  /**
   * The shape of one example.
   *
   * @return as an array, a copy
   */
  public int[] shape() {
    return inputShape.stream().mapToInt(Integer::intValue).toArray();
  }
}
