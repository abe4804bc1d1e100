package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PretrainedFiles;
import io.github.sid4j.internal.data.PretrainedProviders;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.settings.WeightsPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of pretrained weights.
 *
 * @param weights safetensors
 * @param config the {@code config.json} next to it; empty if there is none
 * @param name for messages and provenance, without folders and secrets
 */
record PretrainedSource(Path weights, Optional<Path> config, String name) {
  private static final String USUAL_NAME = "model.safetensors";

  /** A process asks a server once for an address, so that a run begins with one version. */
  private static final Map<String, PretrainedFiles> FETCHED = new ConcurrentHashMap<>();

  /**
   * Finds the files, and fetches them where they are not here.
   *
   * @throws InputException if there are none
   */
  static PretrainedSource of(WeightsPlace place, ProgressListener progress) throws IOException {
    return place.address().isPresent()
        ? fetched(place.address().get(), progress)
        : here(place.file().orElseThrow());
  }

  private static PretrainedSource fetched(String address, ProgressListener progress)
      throws IOException {
    PretrainedFiles files = FETCHED.get(address);
    if (files == null || !Files.exists(files.weights())) {
      files = PretrainedProviders.find().fetch(address, progress);
      FETCHED.put(address, files);
    }
    return new PretrainedSource(files.weights(), files.config(), files.source());
  }

  private static PretrainedSource here(Path place) {
    Path file = Files.isDirectory(place) ? place.resolve(USUAL_NAME) : place;
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "a file of safetensors", "none", "correct the path");
    }
    Path config = file.resolveSibling("config.json");
    Path name = file.toAbsolutePath().normalize().getFileName();
    return new PretrainedSource(
        file,
        Files.isRegularFile(config) ? Optional.of(config) : Optional.empty(),
        name == null ? "" : name.toString());
  }
}
