package io.github.sid4j.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.model.PhotoNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code config.json} as timm writes it next to weights. What it leaves open has timm's defaults.
 */
final class PretrainedConfig {
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<String> HARMLESS = Set.of("img_size", "num_classes");
  private static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);
  private static final List<Double> DEVIATION = List.of(0.229, 0.224, 0.225);
  private static final int SIZE = 224;
  private static final double CROP_SHARE = 0.875;

  private final Path file;
  private final JsonNode all;
  private final JsonNode weights;

  private PretrainedConfig(Path file, JsonNode all) {
    this.file = file;
    this.all = all;
    // Files of earlier versions have its fields at the top.
    this.weights = all.path("pretrained_cfg").isObject() ? all.path("pretrained_cfg") : all;
  }

  /**
   * Reads one.
   *
   * @throws InputException if it is none, of another library, or of an architecture that is not
   *     known here
   */
  static PretrainedNetwork read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new InputException(
          file.toString(), "at most 1 MB", Files.size(file) + " bytes", "put back the right file");
    }
    JsonNode all;
    try {
      all = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new InputException(
          file.toString(), "JSON", "something else at " + at(e), "put back the right file");
    }
    return new PretrainedConfig(file, all).network();
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "its beginning" : "line " + e.getLocation().getLineNr();
  }

  private PretrainedNetwork network() {
    if (!all.path("architecture").isTextual()) {
      boolean transformers = all.has("architectures") || all.has("model_type");
      throw new InputException(
          file.toString(),
          "the field architecture, as timm writes it",
          transformers ? "a file of transformers, whose tensors have other names" : "none",
          transformers
              ? "take the network from timm's repositories, such as hf:timm/resnet18.a1_in1k"
              : "say by pretrained-config what the weights are");
    }
    String architecture = all.path("architecture").asText();
    PhotoNetwork network =
        PhotoNetwork.ofArchitecture(architecture)
            .orElseThrow(
                () ->
                    new InputException(
                        file + " architecture",
                        "one of " + String.join(", ", PhotoNetwork.allArchitectures()),
                        architecture,
                        "choose other weights; sid models lists some"));
    checkArguments();
    Optional<String> licence = text("license").or(this::licenceByTag);
    return new PretrainedNetwork(network, preparation(), licence, file + " (" + architecture + ")");
  }

  /** Arguments of the network may make another one of it. */
  private void checkArguments() {
    all.path("model_args")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!HARMLESS.contains(name)) {
                throw new InputException(
                    file + " model_args", "none that change the network", name, "choose others");
              }
            });
  }

  private Optional<String> licenceByTag() {
    return text("tag")
        .flatMap(tag -> KnownWeights.named(all.path("architecture").asText() + "." + tag))
        .map(KnownWeights::licence);
  }

  private Optional<String> text(String field) {
    return weights.path(field).isTextual()
        ? Optional.of(weights.path(field).asText())
        : Optional.empty();
  }

  private PhotoPreparation preparation() {
    try {
      return new PhotoPreparation(
          numbers("mean", MEAN),
          numbers("std", DEVIATION),
          size(),
          weights.path("crop_pct").isNumber() ? weights.path("crop_pct").asDouble() : CROP_SHARE,
          text("interpolation").orElse("bicubic"),
          switch (text("crop_mode").orElse("center")) {
            case "center" -> "crop";
            case "squash" -> "stretch";
            case "border" -> "pad";
            default -> throw new IllegalArgumentException("crop_mode " + weights.path("crop_mode"));
          });
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file.toString(),
          "mean, std, input_size, crop_pct, interpolation and crop_mode that can be used",
          Objects.toString(e.getMessage()),
          "correct it, or say by pretrained-config what the weights are");
    }
  }

  private int size() {
    JsonNode sizes = weights.path("input_size");
    if (!sizes.isArray()) {
      return SIZE;
    }
    if (sizes.size() != 3 || sizes.get(1).asInt() != sizes.get(2).asInt()) {
      throw new IllegalArgumentException("input_size " + sizes);
    }
    return sizes.get(1).asInt();
  }

  private List<Double> numbers(String field, List<Double> usual) {
    JsonNode found = weights.path(field);
    if (!found.isArray()) {
      return usual;
    }
    List<Double> numbers = new ArrayList<>();
    found.forEach(number -> numbers.add(number.isNumber() ? number.asDouble() : Double.NaN));
    return numbers;
  }
}
