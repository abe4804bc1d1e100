package io.github.sid4j.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.FirstValues;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The model in the folder of a run with a finished epoch. Its data is not needed.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param paths of the run
 * @param settings that made it
 * @param description of classes and input
 * @param precision that it was trained in
 * @param ownNetwork whether a program brought the network
 */
public record StoredModel(
    RunPaths paths,
    Settings settings,
    ModelDescription description,
    Precision precision,
    boolean ownNetwork) {
  /**
   * Reads what a run says of its model.
   *
   * @param run its folder
   * @return all but the weights
   * @throws InputException if there is no such run, or its files are damaged
   * @throws IOException if a file cannot be read
   */
  public static StoredModel open(Path run) throws IOException {
    RunPaths paths = new RunPaths(run);
    need(paths.settings(), "name the folder of a run");
    need(paths.best(), "name the folder of a run with a finished epoch, or resume it first");
    need(paths.model(), "resume the run once, finished or not, to have it written");
    Settings settings = RunSettings.read(paths);
    ModelDescription description = ModelDescription.read(paths.model());
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    return new StoredModel(
        paths,
        settings,
        description,
        Precision.of(provenance.precision()),
        provenance.ownParts().contains("network"));
  }

  private static void need(Path file, String action) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file.toString(), "a file of a run", "none", action);
    }
  }

  /**
   * Makes the cascade with its weights.
   *
   * @param weights which
   * @param network that the run was trained with if it is one's own; any other stands for the one
   *     that the run's settings name
   * @return owned by the caller
   * @throws InputException if the weights are damaged, or not of this network
   * @throws IOException if they cannot be read
   */
  public OpenModel load(Weights weights, NetworkChoice network) throws IOException {
    return new OpenModel(
        settings, description, load(weights, network, false, Device.CPU).cascade());
  }

  private void checkNetwork(SafetensorsReader read, Cascade cascade) {
    Map<String, List<Long>> stored = new HashMap<>();
    read.tensors().forEach((name, tensor) -> stored.put(name, sizes(tensor.shape())));
    Map<String, List<Long>> made = new HashMap<>();
    cascade.state().byName().forEach((name, tensor) -> made.put(name, sizes(tensor.shape())));
    if (ownNetwork && !stored.equals(made)) {
      throw otherNetwork("one of another network");
    }
  }

  private InputException otherNetwork(String found) {
    return new InputException(
        paths.folder().toString(),
        "the factory of the run's own network",
        found,
        "give it when the model is opened");
  }

  private static List<Long> sizes(long... shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  /**
   * A cascade with its weights.
   *
   * @param cascade in single precision
   * @param sha256 of the file that the weights were read from, 64 hexadecimal digits; null unless
   *     it was asked for
   */
  public record Loaded(Cascade cascade, @Nullable String sha256) {}

  /**
   * The same, and which weights these are: of the bytes that were read, whatever has taken their
   * place in the folder since.
   *
   * @param weights which
   * @param network as above
   * @param hashed whether the hash is wanted
   * @param device that it is to compute on
   * @return with tensors that are nobody's but the caller's
   * @throws InputException as above
   * @throws IOException as above
   */
  public Loaded load(Weights weights, NetworkChoice network, boolean hashed, Device device)
      throws IOException {
    if (ownNetwork && network.own().isEmpty()) {
      throw otherNetwork("none");
    }
    FirstValues first = FirstValues.of(settings, network.own().isPresent(), device);
    // Nothing is trained here, so that nothing needs to be kept from it.
    Settings open = settings.with(ReshapeSetting.FROZEN, "none");
    Cascade cascade =
        Cascades.of(network.own())
            .create(
                open, description.shape(), description.classNames().size(), first.initializer());
    first.drawAllBut(cascade.state().tensors());
    Path file = weights == Weights.BEST ? paths.best() : paths.weights();
    try (SafetensorsReader read = Safetensors.open(file)) {
      checkNetwork(read, cascade);
      TensorFiles.restoreWeights(file.toString(), read, cascade.state().byName());
      return new Loaded(cascade, hashed ? read.sha256() : null);
    } catch (IOException | RuntimeException e) {
      cascade.close();
      throw e;
    }
  }
}
