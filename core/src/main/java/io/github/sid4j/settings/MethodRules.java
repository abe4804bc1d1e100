package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which topologies and networks methods are defined, where that is not on all. */
final class MethodRules {
  /** Methods that want beliefs have them in these. */
  private static final List<String> WITH_BELIEFS = List.of("shared", "staged");

  private static final String LEAVE_OUT = "leave it out";

  private static final List<String> SHARED = List.of("shared");
  private static final List<String> STAGED = List.of("staged");
  private static final List<String> WHOLE = List.of("whole");
  private static final List<String> ALL = List.of("shared", "staged", "whole");

  private static final Map<String, List<String>> SHAPES =
      Map.ofEntries(
          Map.entry("sid", WITH_BELIEFS),
          Map.entry("deep-supervision", WITH_BELIEFS),
          Map.entry("backprop", ALL),
          Map.entry("checkpointed-backprop", ALL),
          Map.entry("dgl", STAGED),
          Map.entry("local-signals", STAGED),
          Map.entry("feedback-alignment", WHOLE),
          Map.entry("direct-feedback-alignment", WHOLE),
          Map.entry("dni", WHOLE),
          Map.entry("hsic", WHOLE),
          Map.entry("noprop", SHARED),
          Map.entry("noprop-simplified", SHARED),
          Map.entry("forward-forward", STAGED),
          Map.entry("equilibrium-propagation", WHOLE));

  /** Methods whose heads read no belief before theirs. */
  private static final Set<String> WITHOUT_BELIEF =
      Set.of("dgl", "local-signals", "forward-forward");

  /** Methods that are defined on vectors and images, not on tokens. */
  private static final Set<String> WITHOUT_TOKENS = Set.of("local-signals", "dni");

  /** Methods that are defined on fully connected layers alone. */
  private static final Set<String> OF_MLP = Set.of("forward-forward", "equilibrium-propagation");

  /** Methods that need two stages: what makes them is between those. */
  private static final Set<String> OF_TWO_STAGES = Set.of("dni", "forward-forward");

  private MethodRules() {}

  static void check(Settings settings) {
    String method = settings.get(ModelSetting.METHOD);
    String topology = settings.get(ModelSetting.TOPOLOGY);
    List<String> topologies = topologies(settings, method);
    if (!topologies.contains(topology)) {
      refuse("topology", String.join(" or ", topologies), method, topology, LEAVE_OUT);
    }
    if (WITHOUT_BELIEF.contains(method) && settings.get(ModelSetting.BELIEF_INPUT)) {
      refuse("belief-input", "false", method, "true", "leave it out or choose method sid");
    }
    String network = settings.get(ModelSetting.NETWORK);
    if (WITHOUT_TOKENS.contains(method) && network.equals("vit-tiny")) {
      refuse("network", "one of vectors or images", method, network, "choose another");
    }
    if (OF_MLP.contains(method) && !network.equals("mlp")) {
      refuse("network", "mlp", method, network, LEAVE_OUT);
    }
    String head = settings.get(ModelSetting.HEAD);
    if (method.equals("local-signals") && !head.equals("auto")) {
      refuse("head", "auto, a linear classifier,", method, head, LEAVE_OUT);
    }
    if (OF_TWO_STAGES.contains(method) && settings.get(ModelSetting.STAGES) < 2) {
      refuse("stages", "at least 2", method, "1", "choose more");
    }
    // The last of them reads the label as it is: alone it would learn nothing.
    if (method.equals("noprop-simplified") && settings.get(ModelSetting.MODULES) < 2) {
      refuse("modules", "at least 2", method, "1", "choose more");
    }
    if (method.equals("forward-forward")) {
      layers(settings, method);
    }
    // What its weights learn from are small differences of states.
    String precision = settings.get(TrainingSetting.PRECISION);
    if (method.equals("equilibrium-propagation") && !precision.equals("fp32")) {
      refuse("precision", "fp32", method, precision, LEAVE_OUT);
    }
  }

  /** What grows behind a whole network gives it the beliefs that it lacks. */
  private static List<String> topologies(Settings settings, String method) {
    boolean behind = WITH_BELIEFS.equals(SHAPES.get(method)) && ReshapeRules.hasGrown(settings);
    return behind ? ALL : SHAPES.get(method);
  }

  /** A stage of forward-forward is a layer, and its own head. */
  private static void layers(Settings settings, String method) {
    if (!settings.get(ModelSetting.CUTS).isEmpty()) {
      String cuts = Shown.plain(settings.text(ModelSetting.CUTS));
      refuse("cuts", "none, since each stage is a layer,", method, cuts, "leave them out");
    }
    for (Setting<String> setting : List.of(ModelSetting.BALANCE, ModelSetting.HEAD)) {
      if (!settings.get(setting).equals(setting.defaultValue())) {
        refuse(setting.name(), setting.defaultText(), method, settings.get(setting), LEAVE_OUT);
      }
    }
  }

  private static void refuse(
      String where, String expected, String method, String found, String remedy) {
    throw new InputException(where, expected + " with method " + method, found, remedy);
  }
}
