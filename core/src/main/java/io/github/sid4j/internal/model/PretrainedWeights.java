package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.checkpoint.TensorContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings the weights of a pretrained network into the network of a cascade. */
public final class PretrainedWeights {
  /** The network's tensors, shared or in stages; what is behind is their name in the network. */
  private static final Pattern OF_NETWORK =
      Pattern.compile("(?:extractor|module\\d+\\.stage)\\.(.+)");

  private static final String POSITIONS = "tokens.pos_embed";
  private static final String PATCHES = "patch_embed.proj.weight";

  private final Path file;
  private final PretrainedNames names;
  private final int[] shape;

  private PretrainedWeights(Path file, PretrainedNames names, int[] shape) {
    this.file = file;
    this.names = names;
    this.shape = shape.clone();
  }

  /**
   * Overwrites the network of a cascade: its extractor, or its stages. The modules and heads keep
   * what they have.
   *
   * @param file safetensors, of single, double or half precision or bfloat16; the places of a
   *     transformer's patches are resized to the grid of its images
   * @param names YAML file with a line {@code ours: theirs} for names or beginnings of them, and
   *     perhaps {@code left-over}; {@code null} for the usual names
   * @param shape of one example that the cascade reads
   * @param cascade whose network is overwritten, whole or not at all
   * @throws InputException if a file is damaged, or tensors are missing, left over, of other
   *     shapes, or have numbers that are not finite in single precision
   * @throws IOException if a file cannot be read
   */
  public static void into(Path file, @Nullable Path names, Cascade cascade, int... shape)
      throws IOException {
    PretrainedNames known = names == null ? PretrainedNames.usual() : PretrainedNames.read(names);
    new PretrainedWeights(file, known, shape).into(cascade);
  }

  private void into(Cascade cascade) throws IOException {
    try (SafetensorsReader read = Safetensors.open(file)) {
      Map<String, Tensor> network = network(cascade);
      Map<String, TensorContent> found = found(read.tensors(), network);
      // All before any is overwritten: each is read twice, so that no two need to be in memory.
      for (String ours : found.keySet()) {
        TensorContent single = found.get(ours);
        String theirs = names.theirs(ours, read.tensors().keySet());
        FiniteWeights.check(file.toString(), theirs, single.type(), single.data());
      }
      TensorFiles.restore(file.toString(), found, network);
    }
  }

  /** The network's tensors among those of the file, by our names. */
  private Map<String, TensorContent> found(
      Map<String, TensorContent> stored, Map<String, Tensor> network) {
    Map<String, TensorContent> found = new LinkedHashMap<>();
    Set<String> used = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String ours : network.keySet()) {
      String theirs = names.theirs(ours, stored.keySet());
      used.add(theirs);
      if (stored.containsKey(theirs)) {
        TensorContent single = SinglePrecision.of(file + " tensor " + theirs, stored.get(theirs));
        found.put(ours, fitting(theirs, placed(ours, single, network), network.get(ours)));
      } else {
        missing.add(theirs.equals(ours) ? ours : theirs + " (our " + ours + ")");
      }
    }
    List<String> left =
        stored.keySet().stream()
            .filter(name -> !used.contains(name) && !names.mayBeLeft(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new InputException(
          file.toString(),
          "a tensor " + some(missing),
          left.isEmpty() ? "none" : "none, but " + some(left),
          "map our names to those of the file by pretrained-names");
    }
    if (!left.isEmpty()) {
      throw new InputException(
          file.toString(),
          "no tensors but those of the network",
          some(left),
          "list what is not wanted in left-over of pretrained-names");
    }
    return found;
  }

  private static String some(List<String> names) {
    int others = names.size() - 1;
    return names.get(0) + (others == 0 ? "" : " and " + others + " more");
  }

  private static Map<String, Tensor> network(Cascade cascade) {
    Map<String, Tensor> network = new LinkedHashMap<>();
    cascade
        .state()
        .byName()
        .forEach(
            (name, tensor) -> {
              Matcher of = OF_NETWORK.matcher(name);
              if (of.matches()) {
                network.put(of.group(1), tensor);
              }
            });
    return network;
  }

  /** The places of patches for the grid of the images. */
  private TensorContent placed(String ours, TensorContent stored, Map<String, Tensor> network) {
    if (!ours.equals(POSITIONS) || shape.length != 3 || !network.containsKey(PATCHES)) {
      return stored;
    }
    int patch = Math.toIntExact(network.get(PATCHES).size(2));
    return ResizedPositions.of(stored, shape[1] / patch, shape[2] / patch);
  }

  private TensorContent fitting(String name, TensorContent single, Tensor into) {
    if (!Arrays.equals(single.shape(), into.shape())) {
      throw new InputException(
          file + " tensor " + name,
          "the shape " + Arrays.toString(into.shape()),
          Arrays.toString(single.shape()),
          "choose the network that the file is of");
    }
    return single;
  }
}
