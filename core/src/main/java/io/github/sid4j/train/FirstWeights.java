package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.checkpoint.FileHash;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.model.TensorFiles;
import io.github.sid4j.run.OriginProvenance;
import io.github.sid4j.settings.ReshapeSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights that a cascade begins with where they are not drawn: those of the run it grows from.
 */
final class FirstWeights {
  private final Settings settings;

  FirstWeights(Settings settings) {
    this.settings = settings;
  }

  /**
   * Where they come from, as they are now.
   *
   * @return {@code null} if they are drawn
   */
  OriginProvenance origin() throws IOException {
    Path base = settings.get(ReshapeSetting.BASE).orElse(null);
    if (base == null) {
      return null;
    }
    Path file = StoredModel.open(base).paths().best();
    Path name = base.toAbsolutePath().normalize().getFileName();
    return new OriginProvenance(
        "grown", name == null ? "" : name.toString(), FileHash.sha256(file));
  }

  /**
   * Puts them into a cascade that has drawn ones.
   *
   * @param recorded where they came from when the run began; {@code null} if they were drawn
   * @throws InputException if they are others now, or not of this cascade
   */
  void into(Cascade cascade, OriginProvenance recorded) throws IOException {
    if (recorded == null) {
      return;
    }
    Path base = settings.get(ReshapeSetting.BASE).orElseThrow();
    OriginProvenance now = origin();
    if (!now.weightsSha256().equals(recorded.weightsSha256())) {
      throw new InputException(
          base.toString(),
          "the weights that the run began with, SHA-256 " + recorded.weightsSha256(),
          now.weightsSha256(),
          "put them back, or begin another run");
    }
    List<Integer> grown = settings.get(ReshapeSetting.GROWN_MODULES);
    int first = cascade.depth() - grown.get(grown.size() - 1);
    Map<String, Tensor> tensors = new LinkedHashMap<>(cascade.first(first).state().byName());
    TensorFiles.restore(StoredModel.open(base).paths().best(), tensors);
  }
}
