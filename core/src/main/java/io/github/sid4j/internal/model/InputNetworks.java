package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.InputModule;
import io.github.sid4j.internal.network.InputPlace;
import io.github.sid4j.internal.network.JoinedInputs;
import io.github.sid4j.internal.settings.MultimodalSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The networks of samples of several inputs: one for each, as a cascade or joined. */
final class InputNetworks {
  /** The network's name. */
  static final String NAME = "multimodal";

  private static final String TEXT = "text";

  private final Settings settings;
  private final int[] shape;
  private final Initializer init;

  /**
   * Prepares to make them.
   *
   * @param settings with what the inputs are
   * @param shape of one sample
   * @throws InputException if the settings do not describe samples of that shape
   */
  InputNetworks(Settings settings, int[] shape, Initializer init) {
    this.settings = settings;
    this.shape = shape.clone();
    this.init = init;
  }

  /** An input of a sample. */
  private record Input(String kind, InputPlace place) {}

  private List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    int from = 0;
    for (String text : settings.get(MultimodalSetting.INPUTS)) {
      int dash = text.indexOf('-');
      List<Integer> sizes =
          Arrays.stream(text.substring(dash + 1).split("x", -1)).map(Integer::valueOf).toList();
      String kind = text.substring(0, dash);
      int tokens = kind.equals(TEXT) ? settings.get(TextSetting.TOKENS) : 0;
      Input input = new Input(kind, new InputPlace(from, sizes, tokens));
      inputs.add(input);
      from = input.place.to();
    }
    if (inputs.isEmpty() || shape.length != 1 || shape[0] != from) {
      throw new InputException(
          "network " + NAME,
          "samples of several inputs, such as rows of a table with a text",
          "samples of shape " + Arrays.toString(shape),
          "choose another network, or set columns of csv data to text or image");
    }
    return inputs;
  }

  /** A module for each input, which has a network of its own. */
  Cascade cascade(int classes) {
    if (settings.get(TrainingSetting.OVERLAP) > 1) {
      throw InputException.ofSetting(
          "overlap",
          "1 with network " + NAME + ", whose modules share no features",
          settings.text(TrainingSetting.OVERLAP),
          "leave it out");
    }
    Heads heads = Heads.of(settings, shape, classes, init);
    List<BeliefModule> modules = new ArrayList<>();
    for (Input input : inputs()) {
      WholeNetwork network = network(input);
      BeliefModule head = heads.ofVector(network.features(), modules.isEmpty());
      modules.add(new InputModule(input.place, network.layer(), head));
    }
    return new Cascade(Operation.IDENTITY, modules, classes);
  }

  /** All inputs as one vector. */
  WholeNetwork joined() {
    List<JoinedInputs.Input> inputs = new ArrayList<>();
    int features = 0;
    for (Input input : inputs()) {
      WholeNetwork network = network(input);
      inputs.add(new JoinedInputs.Input(input.place, network.layer()));
      features += network.features();
    }
    return new WholeNetwork(new JoinedInputs(inputs), features);
  }

  private WholeNetwork network(Input input) {
    Settings own = settings.with(MultimodalSetting.INPUTS, List.of());
    if (!input.kind.equals(TEXT)) {
      own = own.with(TextSetting.TOKENS, Setting.AUTO);
    }
    Setting<String> chosen =
        switch (input.kind) {
          case TEXT -> MultimodalSetting.TEXT_NETWORK;
          case "image" -> MultimodalSetting.IMAGE_NETWORK;
          default -> MultimodalSetting.TABLE_NETWORK;
        };
    return BuiltInNetworks.whole(
        own.with(ModelSetting.NETWORK, own.get(chosen)), input.place.sample(), init);
  }

  /** Says that the network is no row of blocks. */
  static InputException uncut(Settings settings) {
    return InputException.ofSetting(
        "method",
        "sid or another that can train a network of several inputs in stages",
        settings.get(ModelSetting.METHOD),
        "choose method sid or backprop, or topology shared");
  }
}
