package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import java.util.List;

/** Whether a method is defined for what the other settings say. */
final class MethodRules {
  private static final String WHOLE = "whole";

  private MethodRules() {}

  static void check(Settings settings) {
    MethodFacts method = settings.method();
    String topology = settings.get(ModelSetting.TOPOLOGY);
    boolean grown = topology.equals(WHOLE) && method.has(MethodTrait.WHOLE_ONCE_GROWN);
    if (!method.topologies().contains(topology) && !(grown && ReshapeRules.hasGrown(settings))) {
      throw InputException.ofSetting(
          "topology",
          String.join(" or ", method.topologies()) + " with method " + method.name(),
          topology,
          "leave it out");
    }
    if (!settings.get(ObjectiveSetting.CLASS_WEIGHTS).equals("none")
        && !method.has(MethodTrait.WEIGHS_CLASSES)) {
      throw InputException.ofSetting(
          "class-weights",
          "none with method " + method.name(),
          settings.get(ObjectiveSetting.CLASS_WEIGHTS),
          "leave it out");
    }
    List<MethodCondition> conditions = method.conditions();
    conditions.forEach(condition -> condition.check(settings, method.name()));
  }
}
