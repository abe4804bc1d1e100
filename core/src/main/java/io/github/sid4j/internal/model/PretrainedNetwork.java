package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.model.PhotoNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a file of weights for a {@link PhotoNetwork}.
 *
 * @param network that it fits
 * @param preparation of photos for it
 * @param licence its SPDX name in lower case; empty if nothing says it
 * @param basis where this is from, for a reader
 */
public record PretrainedNetwork(
    PhotoNetwork network, PhotoPreparation preparation, Optional<String> licence, String basis) {
  /**
   * Finds out what a file is.
   *
   * @param weights safetensors
   * @param config the {@code config.json} next to it, which decides; empty if there is none
   * @param named weights that it is to be taken for, by their name, or another {@code config.json};
   *     empty if the file's own decides
   * @return empty if nothing says that it is of a network for photos
   * @throws InputException if the architecture is none of ours, or a file cannot be used
   * @throws IOException if a file cannot be read
   */
  public static Optional<PretrainedNetwork> of(
      Path weights, Optional<Path> config, Optional<String> named) throws IOException {
    ForeignWeights.refuse(weights);
    if (named.isPresent()) {
      return Optional.of(named(named.get()));
    }
    if (config.isPresent()) {
      return Optional.of(PretrainedConfig.read(config.get()));
    }
    Map<String, long[]> shapes = shapes(weights);
    return Arrays.stream(PhotoNetwork.values())
        .filter(network -> network.fits(shapes))
        .findFirst()
        .map(network -> assumed(KnownWeights.of(network)));
  }

  private static Map<String, long[]> shapes(Path weights) throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    try (SafetensorsReader read = Safetensors.open(weights)) {
      read.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    }
    return shapes;
  }

  private static PretrainedNetwork assumed(List<KnownWeights> possible) {
    KnownWeights first = possible.get(0);
    String others =
        possible.stream().skip(1).map(KnownWeights::wireName).collect(Collectors.joining(", "));
    return of(
        first,
        Optional.empty(),
        "assumed to be %s (%s), since there is no config.json; pretrained-config names others%s"
            .formatted(
                first.wireName(), first.licence(), others.isEmpty() ? "" : ", such as " + others));
  }

  private static PretrainedNetwork named(String name) throws IOException {
    Optional<KnownWeights> known = KnownWeights.named(name);
    if (known.isPresent()) {
      return of(known.get(), Optional.of(known.get().licence()), "named " + name);
    }
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return PretrainedConfig.read(file);
    }
    throw new InputException(
        "pretrained-config",
        "a config.json, or one of "
            + Arrays.stream(KnownWeights.values())
                .map(KnownWeights::wireName)
                .collect(Collectors.joining(", ")),
        name,
        "correct it");
  }

  private static PretrainedNetwork of(KnownWeights known, Optional<String> licence, String basis) {
    return new PretrainedNetwork(known.network(), known.preparation(), licence, basis);
  }

  /**
   * Whether the licence excludes commercial use.
   *
   * @return false if there is none
   */
  public boolean isNonCommercial() {
    return licence
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.matches(".*(^|[^a-z])nc([^a-z]|$).*|.*non-?commercial.*"))
        .isPresent();
  }
}
