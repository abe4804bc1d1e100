package io.github.sid4j.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.ClassifierModule;
import io.github.sid4j.cascade.DirectFeedbackExtractor;
import io.github.sid4j.cascade.EnergyNetwork;
import io.github.sid4j.cascade.FeedbackExtractor;
import io.github.sid4j.cascade.GoodnessModule;
import io.github.sid4j.cascade.LabelCandidates;
import io.github.sid4j.cascade.MlpModule;
import io.github.sid4j.cascade.StageModule;
import io.github.sid4j.cascade.StateModule;
import io.github.sid4j.cascade.SyntheticExtractor;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ObjectiveSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a cascade of a built-in network, in the shape that the settings name. */
public final class Cascades {
  private Cascades() {}

  /**
   * Makes the cascade that the settings name, as a {@link CascadeFactory}.
   *
   * @param settings of the run
   * @param shape of one example
   * @param classes N
   * @param init draws the parameters
   * @return the cascade
   * @throws io.github.sid4j.error.InputException if the network cannot read examples of that shape,
   *     or be cut so, or is too large for this machine's memory
   */
  public static Cascade create(Settings settings, int[] shape, int classes, Initializer init) {
    CascadeSize.check(settings, shape, classes);
    return made(settings, shape, classes, init);
  }

  /** The cascade with the tensors that an initializer gives, which may be there or not. */
  static Cascade made(Settings settings, int[] shape, int classes, Initializer init) {
    return Reshaping.of(
        settings, shape, classes, init, known -> full(settings, shape, known, init));
  }

  /** The cascade as it was before anything became of it. */
  private static Cascade full(Settings settings, int[] shape, int classes, Initializer init) {
    return switch (settings.get(ModelSetting.METHOD)) {
      // Methods that are defined by a network of their own.
      case "equilibrium-propagation" -> energy(settings, shape, classes, init);
      case "forward-forward" -> goodness(settings, shape, classes, init);
      case "noprop" -> NoPropModules.blocks(settings, shape, classes, init);
      case "noprop-simplified" -> NoPropModules.simplified(settings, shape, classes, init);
      default ->
          switch (settings.get(ModelSetting.TOPOLOGY)) {
            case "whole" -> whole(settings, shape, classes, init);
            case "staged" -> staged(settings, shape, classes, init);
            default -> shared(settings, shape, classes, init);
          };
    };
  }

  /** The network and a classifier behind it, with what the method needs beside them. */
  private static Cascade whole(Settings settings, int[] shape, int classes, Initializer init) {
    Cascade plain = plainWhole(settings, shape, classes, init);
    return switch (settings.get(ModelSetting.METHOD)) {
      case "feedback-alignment" ->
          FeedbackExtractor.of(plain, plainWhole(settings, shape, classes, init));
      case "direct-feedback-alignment" -> DirectFeedbackExtractor.of(plain, shape, init);
      case "dni" -> {
        SyntheticExtractor.Widths widths =
            new SyntheticExtractor.Widths(
                settings.get(ModelSetting.MODULE_HIDDEN), settings.get(ModelSetting.HEAD_WIDTH));
        yield SyntheticExtractor.of(plain, shape, widths, init);
      }
      default -> plain;
    };
  }

  private static Cascade plainWhole(Settings settings, int[] shape, int classes, Initializer init) {
    Networks.Extractor network = Networks.extractor(settings, shape, init);
    return new Cascade(
        network.layer(), List.of(new ClassifierModule(classes, network.features(), init)), classes);
  }

  /** All modules read the whole network. */
  private static Cascade shared(Settings settings, int[] shape, int classes, Initializer init) {
    Networks.Extractor network = Networks.extractor(settings, shape, init);
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    return new Cascade(
        network.layer(),
        IntStream.range(0, settings.get(ModelSetting.MODULES))
            .mapToObj(i -> new MlpModule(classes, network.features(), hidden, init))
            .toList(),
        classes);
  }

  /** The network cut into stages, with nothing before them. */
  private static Cascade staged(Settings settings, int[] shape, int classes, Initializer init) {
    Backbone backbone = Networks.backbone(settings, shape, init);
    List<Stage> stages = Cutting.stages(settings, backbone, shape);
    Heads heads = Heads.of(settings, shape, classes, init);
    if (settings.get(ModelSetting.METHOD).equals("local-signals")) {
      double similarity = settings.get(ObjectiveSetting.SIMILARITY);
      return new Cascade(
          Operation.IDENTITY,
          LocalSignalModules.of(stages, heads, shape, similarity > 0, init),
          classes);
    }
    List<BeliefModule> modules = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      boolean last = i + 1 == stages.size();
      modules.add(new StageModule(stages.get(i), heads.create(stages.get(i), last)));
    }
    return new Cascade(Operation.IDENTITY, modules, classes);
  }

  /** Layers of one width, as many as there are stages, and the labels to try before them. */
  private static Cascade goodness(Settings settings, int[] shape, int classes, Initializer init) {
    int width = settings.get(ModelSetting.HIDDEN);
    int in = classes + InputTensors.numbers(shape);
    LabelCandidates trials = new LabelCandidates(classes, init);
    List<GoodnessModule> layers = new ArrayList<>();
    for (int i = 0; i < settings.get(ModelSetting.STAGES); i++) {
      layers.add(new GoodnessModule(i == 0 ? in : width, width, i >= 2, init));
    }
    return new Cascade(trials, layers, classes);
  }

  /** The layers of the mlp with its classifier, joined in both directions. */
  private static Cascade energy(Settings settings, int[] shape, int classes, Initializer init) {
    List<Integer> widths =
        List.of(
            InputTensors.numbers(shape),
            settings.get(ModelSetting.HIDDEN),
            settings.get(ModelSetting.FEATURES),
            classes);
    int steps = settings.get(TrainingSetting.EP_FREE_STEPS);
    return new Cascade(new EnergyNetwork(widths, steps, init), List.of(new StateModule()), classes);
  }
}
