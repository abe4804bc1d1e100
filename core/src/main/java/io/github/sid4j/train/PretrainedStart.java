package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PhotoPreparation;
import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.model.PretrainedNetwork;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What pretrained weights decide before a run begins: its network and how photos are prepared.
 *
 * @param settings with the network, and the size of photos where nobody gave one
 * @param preparation of photos; empty where the data's own numbers are taken
 * @param lines to show, of what was found
 * @param warnings to show, such as a licence that excludes commercial use
 */
record PretrainedStart(
    Settings settings,
    Optional<PhotoPreparation> preparation,
    List<String> lines,
    List<String> warnings) {
  private static final String AUTO = "auto";

  /** Nothing is decided by weights. */
  static PretrainedStart none(Settings settings) {
    return new PretrainedStart(settings, Optional.empty(), List.of(), List.of());
  }

  /**
   * Looks at the weights that settings name, and fetches them first where they are not here.
   *
   * @throws InputException if the weights are of another network than the settings say
   */
  static PretrainedStart of(Settings settings, ProgressListener progress) throws IOException {
    if (settings.get(ReshapeSetting.PRETRAINED).isEmpty()) {
      return none(settings);
    }
    PretrainedSource source =
        PretrainedSource.of(settings.get(ReshapeSetting.PRETRAINED).orElseThrow(), progress);
    Optional<PretrainedNetwork> found =
        PretrainedNetwork.of(
            source.weights(), source.config(), settings.get(ReshapeSetting.PRETRAINED_CONFIG));
    String wanted = settings.get(ModelSetting.NETWORK);
    // Our own files, and those of the networks for small images, are known by the settings alone.
    if (found.isEmpty()) {
      return none(settings);
    }
    PretrainedNetwork known = found.get();
    String network = known.network().wireName();
    if (!wanted.equals(AUTO) && !wanted.equals(network)) {
      throw new InputException(
          "network",
          "%s, as %s says".formatted(network, known.basis()),
          wanted,
          "leave it out, or choose other weights");
    }
    Settings chosen = settings.with(ModelSetting.NETWORK, network);
    List<String> lines = lines(known, source);
    if (settings.get(DataSetting.DATASET).equals("folder")) {
      Settings read = asPrepared(chosen, known.preparation());
      lines.add("  folder read with " + read(read));
      chosen = read;
    }
    return new PretrainedStart(
        chosen.check(), Optional.of(known.preparation()), lines, warnings(known));
  }

  /** What nobody gave is as the weights' photos were prepared. */
  private static Settings asPrepared(Settings settings, PhotoPreparation preparation) {
    Settings read = settings;
    if (settings.get(DataSetting.IMAGE_SIZE) == 0) {
      read = read.with(DataSetting.IMAGE_SIZE, preparation.size());
    }
    if (!settings.isGiven(PhotoSetting.CROP_SHARE)) {
      read = read.with(PhotoSetting.CROP_SHARE, preparation.cropShare());
    }
    if (!settings.isGiven(PhotoSetting.INTERPOLATION)) {
      read = read.with(PhotoSetting.INTERPOLATION, preparation.interpolation());
    }
    return settings.isGiven(PhotoSetting.FIT)
        ? read
        : read.with(PhotoSetting.FIT, preparation.fit());
  }

  private static String read(Settings settings) {
    return Stream.of(
            DataSetting.IMAGE_SIZE,
            PhotoSetting.CROP_SHARE,
            PhotoSetting.INTERPOLATION,
            PhotoSetting.FIT)
        .map(setting -> setting.name() + "=" + settings.text(setting))
        .collect(Collectors.joining(" "));
  }

  private static List<String> lines(PretrainedNetwork known, PretrainedSource source) {
    List<String> lines = new ArrayList<>();
    lines.add("pretrained %s: %s".formatted(known.network().wireName(), source.name()));
    lines.add("  " + known.basis());
    lines.add("  photos prepared by " + known.preparation());
    lines.add("  licence of the weights: " + known.licence().orElse("not stated"));
    return lines;
  }

  private static List<String> warnings(PretrainedNetwork known) {
    return known.isNonCommercial()
        ? List.of(
            "the licence of the weights, %s, excludes commercial use, and so does what is trained"
                    .formatted(known.licence().orElseThrow())
                + " from them")
        : List.of();
  }
}
