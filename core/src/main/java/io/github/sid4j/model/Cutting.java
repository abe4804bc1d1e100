package io.github.sid4j.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.List;

/**
 * Where a network is cut, by the settings of a run: a built-in one, or one of one's own. All
 * methods are safe for several threads.
 */
public final class Cutting {
  // Costs of parameters must not outweigh those of samples, of which a step has more.
  private static final int MOST_SAMPLES = 64;

  private Cutting() {}

  /**
   * Cuts a backbone at the places that the settings name, or else balanced, into as many stages as
   * they say. A run keeps the places in its {@code settings.yaml}; a {@link CascadeFactory} that
   * cuts by this method cuts there again when the run is resumed.
   *
   * @param settings of the run
   * @param backbone to cut; measured here, if the settings want time or memory balanced
   * @param shape of one example
   * @return its stages, in order
   * @throws InputException if it has not as many blocks as that needs, or cannot be measured
   */
  public static List<Stage> stages(Settings settings, Backbone backbone, int[] shape) {
    int blocks = backbone.blocks().size();
    List<Integer> cuts = settings.get(ModelSetting.CUTS);
    if (!cuts.isEmpty()) {
      int last = cuts.get(cuts.size() - 1);
      if (last >= blocks) {
        throw InputException.ofSetting(
            "cuts",
            "at most %s with a network of %s blocks".formatted(blocks - 1, blocks),
            Integer.toString(last),
            "cut before earlier blocks or choose a deeper network");
      }
      return backbone.stages(cuts);
    }
    int count = settings.get(ModelSetting.STAGES);
    checkStages(count, blocks);
    return measured(settings, backbone, shape).stages(count);
  }

  private static Backbone measured(Settings settings, Backbone backbone, int[] shape) {
    int samples = Math.min(settings.get(TrainingSetting.BATCH), MOST_SAMPLES);
    String precision = settings.get(TrainingSetting.PRECISION);
    // What auto stands for is chosen with the cascade, which is yet to be made.
    Precision known = precision.equals("auto") ? Precision.FP32 : Precision.of(precision);
    BlockProbe probe = new BlockProbe(backbone, shape, samples, known);
    return switch (settings.get(ModelSetting.BALANCE)) {
      case "time" -> backbone.withCosts(probe.seconds());
      case "activations" -> backbone.withCosts(probe.activations());
      case "memory" -> backbone.withCosts(probe.bytes());
      default -> backbone;
    };
  }

  /**
   * Makes sure that a network can be cut into so many stages.
   *
   * @throws InputException if it has fewer blocks
   */
  public static void checkStages(int stages, int blocks) {
    if (stages > blocks) {
      throw InputException.ofSetting(
          "stages",
          "at most %s with a network of as many blocks".formatted(blocks),
          Integer.toString(stages),
          "choose fewer stages or a deeper network");
    }
  }

  /**
   * Where a cascade was cut.
   *
   * @param cascade as it was made
   * @return before which blocks of its backbone; empty if it is not of stages of one backbone
   */
  public static List<Integer> places(Cascade cascade) {
    List<Integer> begins =
        cascade.modules().stream()
            .flatMap(module -> module.stage().stream())
            .map(Stage::firstBlock)
            .toList();
    for (int i = 1; i < begins.size(); i++) {
      if (begins.get(i) <= begins.get(i - 1)) {
        return List.of();
      }
    }
    return begins.stream().filter(begin -> begin > 0).toList();
  }

  /**
   * Puts the places where a cascade was cut into settings that leave them open.
   *
   * @param settings that it was made by
   * @param cascade as it was made
   * @return by which the same stages are made again; as they were if they say another number
   */
  public static Settings kept(Settings settings, Cascade cascade) {
    List<Integer> places = places(cascade);
    boolean open =
        settings.get(ModelSetting.TOPOLOGY).equals("staged")
            && settings.get(ModelSetting.CUTS).isEmpty();
    return open && places.size() + 1 == settings.get(ModelSetting.STAGES)
        ? settings.with(ModelSetting.CUTS, places)
        : settings;
  }
}
