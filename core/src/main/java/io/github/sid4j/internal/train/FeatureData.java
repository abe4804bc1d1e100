package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.feature.FeatureCache;
import io.github.sid4j.internal.feature.FeatureKey;
import io.github.sid4j.internal.feature.FeatureProgress;
import io.github.sid4j.internal.feature.FeatureSource;
import io.github.sid4j.internal.feature.Views;
import io.github.sid4j.internal.model.FrozenNetwork;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.settings.ModelSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Puts the features of photos in their place where the network that makes them is not trained. */
public final class FeatureData {
  private FeatureData() {}

  /**
   * What a run is to be trained on.
   *
   * @param parts of the run; its network has its weights
   * @param progress hears of the features that are computed
   * @param stop asked after every batch
   * @return the parts as they are unless {@code tune} is features; empty if it was stopped
   * @throws IOException if features cannot be kept
   */
  public static Optional<RunParts> of(
      RunParts parts, FeatureProgress progress, BooleanSupplier stop) throws IOException {
    if (!parts.settings().get(TuneSetting.TUNE).equals("features")) {
      return Optional.of(parts);
    }
    FrozenNetwork network = new FrozenNetwork(parts.cascade());
    FeatureSource source =
        new FeatureSource(
            FeatureCache.ofUser(),
            key(parts, network),
            batch -> features(network, batch),
            progress,
            stop);
    Optional<Splits> features = source.of(parts.inputs(), views(parts));
    return features.map(parts::with);
  }

  private static Views views(RunParts parts) {
    int count = parts.settings().get(TuneSetting.VIEWS);
    if (count == 0) {
      return Views.NONE;
    }
    Augmentation change =
        parts.components().augmentation(parts.dataset().name(), parts.inputs().train());
    return new Views(count, change, parts.settings().get(TrainingSetting.AUGMENT));
  }

  private static float[] features(FrozenNetwork network, Batch batch) {
    try (Scope scope = Scope.open()) {
      return network.features(InputTensors.of(batch, network.device())).toFloats();
    }
  }

  private static FeatureKey key(RunParts parts, FrozenNetwork network) throws IOException {
    Examples photos = parts.inputs().train();
    Cascade cascade = parts.cascade();
    Map<String, String> circumstances = new LinkedHashMap<>();
    circumstances.put("depths", network.depths().toString());
    circumstances.put("normalization", parts.settings().get(ModelSetting.FEATURE_NORMALIZATION));
    circumstances.put("input", Arrays.toString(photos.shape()));
    circumstances.put("preparation", photos.encoding().map(Object::toString).orElse("none"));
    circumstances.put("precision", cascade.precision().label());
    circumstances.put("libtorch", Engine.version());
    circumstances.put("weights", sha256(TensorFiles.contents(network.tensors())));
    String name = Networks.resolve(parts.settings(), photos.shape());
    return new FeatureKey(name, network.width(photos.shape()), circumstances);
  }

  private static String sha256(Map<String, TensorContent> tensors) throws IOException {
    MessageDigest digest = FileHash.sha256();
    for (Map.Entry<String, TensorContent> tensor : tensors.entrySet()) {
      String header = tensor.getKey() + Arrays.toString(tensor.getValue().shape());
      digest.update(header.getBytes(StandardCharsets.UTF_8));
      digest.update(tensor.getValue().data());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
