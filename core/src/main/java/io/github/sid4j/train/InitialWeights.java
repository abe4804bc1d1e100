package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.model.PretrainedWeights;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.WeightsPlace;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a cascade begins with where they are not drawn: those of the run that it grows
 * from, or those of a file for its network.
 */
final class InitialWeights {
  private final Settings settings;
  private final @Nullable Path base;
  private final @Nullable WeightsPlace pretrained;

  InitialWeights(Settings settings) {
    this.settings = settings;
    this.base = settings.get(ReshapeSetting.BASE).orElse(null);
    this.pretrained = settings.get(ReshapeSetting.PRETRAINED).orElse(null);
  }

  /**
   * Where they come from, as they are now.
   *
   * @return null if they are drawn
   */
  @Nullable OriginProvenance origin() throws IOException {
    if (base != null) {
      return new OriginProvenance("grown", name(base), FileHash.sha256(best(base)));
    }
    if (pretrained == null) {
      return null;
    }
    PretrainedSource source = PretrainedSource.of(pretrained, ProgressListener.NONE);
    return new OriginProvenance("pretrained", source.name(), FileHash.sha256(source.weights()));
  }

  private static Path best(Path base) throws IOException {
    return StoredModel.open(base).paths().best();
  }

  private static String name(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /**
   * Puts them into a cascade that has drawn ones.
   *
   * @param shape of one example
   * @param recorded where they came from when the run began; null if they were drawn
   * @throws InputException if they are others now, or not of this cascade
   */
  void into(Cascade cascade, int[] shape, @Nullable OriginProvenance recorded) throws IOException {
    if (recorded == null) {
      return;
    }
    OriginProvenance now = origin();
    if (now == null) {
      return;
    }
    if (!now.weightsSha256().equals(recorded.weightsSha256())) {
      throw new InputException(
          String.valueOf(base == null ? pretrained : base),
          "the weights that the run began with, SHA-256 " + recorded.weightsSha256(),
          now.weightsSha256(),
          "put them back, or begin another run");
    }
    fill(cascade, shape);
  }

  /**
   * Puts them into a cascade, to see whether they are of it, before a run has a folder.
   *
   * @param shape of one example
   * @throws InputException if they are not
   */
  void fill(Cascade cascade, int... shape) throws IOException {
    if (base != null) {
      List<Integer> grown = settings.get(ReshapeSetting.GROWN_MODULES);
      int first = cascade.depth() - grown.get(grown.size() - 1);
      TensorFiles.restore(best(base), cascade.first(first).state().byName());
    } else if (pretrained != null) {
      Path names = settings.get(ReshapeSetting.PRETRAINED_NAMES).orElse(null);
      Path file = PretrainedSource.of(pretrained, ProgressListener.NONE).weights();
      PretrainedWeights.into(file, names, cascade, shape);
    }
  }
}
