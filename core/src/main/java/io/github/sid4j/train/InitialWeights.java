package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.model.PretrainedWeights;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.WeightsPlace;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a cascade begins with where they are not drawn: those of the run that it grows
 * from, those of a file for its network, or vectors of words.
 */
final class InitialWeights {
  private final Settings settings;
  private final @Nullable Path base;
  private final @Nullable WeightsPlace pretrained;
  private final @Nullable Path embeddings;

  InitialWeights(Settings settings) {
    this.settings = settings;
    this.base = settings.get(ReshapeSetting.BASE).orElse(null);
    this.pretrained = settings.get(ReshapeSetting.PRETRAINED).orElse(null);
    this.embeddings = settings.get(TextSetting.EMBEDDINGS).orElse(null);
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
    if (embeddings != null) {
      return new OriginProvenance(
          OriginProvenance.EMBEDDINGS, name(embeddings), FileHash.sha256(embeddings));
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
   * @param examples that it reads
   * @param recorded where they came from when the run began; null if they were drawn
   * @return what is to be known of them
   * @throws InputException if they are others now, or not of this cascade
   */
  Optional<DataFact> into(Cascade cascade, Examples examples, @Nullable OriginProvenance recorded)
      throws IOException {
    OriginProvenance now = recorded == null ? null : origin();
    if (recorded == null || now == null) {
      return Optional.empty();
    }
    if (!now.weightsSha256().equals(recorded.weightsSha256())) {
      throw new InputException(
          name(now),
          "the weights that the run began with, SHA-256 " + recorded.weightsSha256(),
          now.weightsSha256(),
          "put them back, or begin another run");
    }
    return fill(cascade, examples);
  }

  private String name(OriginProvenance now) {
    return base == null && pretrained == null
        ? now.name()
        : String.valueOf(base == null ? pretrained : base);
  }

  /**
   * Puts them into a cascade, to see whether they are of it, before a run has a folder.
   *
   * @param examples that it reads
   * @return what is to be known of them
   * @throws InputException if they are not
   */
  Optional<DataFact> fill(Cascade cascade, Examples examples) throws IOException {
    if (base != null) {
      List<Integer> grown = settings.get(ReshapeSetting.GROWN_MODULES);
      int first = cascade.depth() - grown.get(grown.size() - 1);
      TensorFiles.restore(best(base), cascade.first(first).state().byName());
    } else if (pretrained != null) {
      Path names = settings.get(ReshapeSetting.PRETRAINED_NAMES).orElse(null);
      Path file = PretrainedSource.of(pretrained, ProgressListener.NONE).weights();
      PretrainedWeights.into(file, names, cascade, examples.shape());
    } else if (embeddings != null) {
      return Optional.of(TokenVectors.into(cascade, examples, embeddings));
    }
    return Optional.empty();
  }
}
