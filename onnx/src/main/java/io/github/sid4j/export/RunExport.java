package io.github.sid4j.export;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.OpenModel;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.model.Weights;
import io.github.sid4j.settings.ModelSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the model of a run, stored or in memory, for other programs. Closed after use.
 *
 * <pre>{@code
 * try (RunExport export = RunExport.open(run, Weights.BEST)) {
 *   export.onnx(Path.of("model.onnx"), Writers.standard());
 * }
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class RunExport implements AutoCloseable {
  private final OpenModel model;

  private RunExport(OpenModel model) {
    this.model = model;
  }

  /**
   * Takes a model in memory, for example {@code trained.model()}.
   *
   * @param model closed with the result
   * @return to be closed
   */
  public static RunExport of(OpenModel model) {
    return new RunExport(model);
  }

  /**
   * Opens the model of a run of a built-in network.
   *
   * @param run its folder; its data is not needed
   * @param weights which of the run
   * @return to be closed
   * @throws io.github.sid4j.error.InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static RunExport open(Path run, Weights weights) throws IOException {
    return open(run, weights, Networks.auto());
  }

  /**
   * Opens the model of a run, also of an own network.
   *
   * @param run its folder; its data is not needed
   * @param weights which of the run
   * @param network that the run was trained with if it is one's own; any other stands for the one
   *     that the run's settings name
   * @return to be closed
   * @throws io.github.sid4j.error.InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static RunExport open(Path run, Weights weights, NetworkChoice network)
      throws IOException {
    return of(StoredModel.open(run).load(weights, network));
  }

  /**
   * Writes the model as ONNX, see {@link OnnxExport}. Images are read as their levels from 0 to
   * 255; rows as the run's encoding makes them, which is in the metadata; texts as the ids of their
   * tokens, and their tokenizer is put next to the file, as {@code model.tokenizer.json} next to
   * {@code model.onnx}.
   *
   * @param file replaced if it is there; its folder must be there
   * @param writers of its layers
   * @return what was written
   * @throws io.github.sid4j.error.InputException if there are layers that cannot be exported
   * @throws ExportException if ONNX Runtime gives other beliefs; then nothing is written
   * @throws IOException if the file cannot be written
   */
  public Exported onnx(Path file, Writers writers) throws IOException {
    ModelDescription description = model.description();
    OnnxExport export =
        OnnxExport.of(model.cascade(), description.shape())
            .with(writers)
            .withClassNames(description.classNames());
    if (description.input() instanceof ImageEncoding images) {
      export =
          export.with(
              new Preprocessing(ImageEncoding.FILE_MAXIMUM, images.mean(), images.deviation()));
    }
    if (description.input() instanceof TextEncoding ids) {
      export = export.ofTokens(ids.tokens());
    }
    for (Map.Entry<String, String> each : described().entrySet()) {
      export = export.with(each.getKey(), each.getValue());
    }
    Exported written = export.write(file);
    TextEncoding texts =
        description.input() == null ? null : description.input().texts().orElse(null);
    if (texts != null) {
      AtomicFiles.write(tokenizer(file), out -> out.write(texts.tokenizerFile()));
    }
    return written;
  }

  /**
   * Writes the weights as safetensors, see {@link SafetensorsExport}.
   *
   * @param file replaced if it is there; its folder must be there
   * @return the size of the file in bytes
   * @throws IOException if it cannot be written
   */
  public long safetensors(Path file) throws IOException {
    Cascade cascade = model.cascade();
    Map<String, String> metadata = Metadata.origin();
    metadata.putAll(described());
    metadata.put(
        "class_names", Metadata.classNames(model.description().classNames(), cascade.classes()));
    return SafetensorsExport.write(file, cascade, model.description().network(), metadata);
  }

  private static Path tokenizer(Path file) {
    String stem = file.getFileName().toString().replaceFirst("\\.onnx$", "");
    return file.resolveSibling(stem + "." + TextEncoding.FILE);
  }

  private Map<String, String> described() {
    ModelDescription description = model.description();
    Map<String, String> described = new LinkedHashMap<>();
    described.put("dataset", description.dataset());
    described.put("network", description.network());
    described.put("method", model.settings().get(ModelSetting.METHOD));
    described.put("model", RunJson.line(description));
    String cuts =
        Cutting.places(model.cascade()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    if (!cuts.isEmpty()) {
      described.put("cuts", cuts);
    }
    return described;
  }

  /** Frees the weights. */
  @Override
  public void close() {
    model.close();
  }
}
