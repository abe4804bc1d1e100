package io.github.sid4j.train;

import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.MethodChoice;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.optim.OptimizerChoice;
import io.github.sid4j.optim.ScheduleChoice;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings that a program gives, each with the name of the argument for messages. */
final class GivenSettings {
  private final Map<Setting<?>, Assignment> given = new LinkedHashMap<>();

  <T> void put(Setting<T> setting, T value, String argument) {
    putText(setting, setting.type().format(value), argument);
  }

  /** Forgets what was given. */
  void remove(Setting<?>... settings) {
    for (Setting<?> setting : settings) {
      given.remove(setting);
    }
  }

  void putText(Setting<?> setting, String text, String argument) {
    given.put(setting, new Assignment(setting.name(), text, argument));
  }

  /** Those of a network. */
  void network(NetworkChoice network) {
    remove(ModelSetting.HIDDEN, ModelSetting.FEATURES, ModelSetting.DEPTH);
    put(ModelSetting.NETWORK, network.wireName(), "network");
    network.hidden().ifPresent(hidden -> put(ModelSetting.HIDDEN, hidden, "hidden"));
    network.features().ifPresent(width -> put(ModelSetting.FEATURES, width, "features"));
    network.depth().ifPresent(depth -> put(ModelSetting.DEPTH, depth, "depth"));
  }

  /** Those of a method. */
  void method(MethodChoice method) {
    remove(ModelSetting.TOPOLOGY, ModelSetting.STAGES, ModelSetting.MODULES);
    remove(ObjectiveSetting.ALPHA, TrainingSetting.EXECUTION);
    putText(ModelSetting.METHOD, method.wireName(), "method");
    method.topology().ifPresent(form -> put(ModelSetting.TOPOLOGY, form.wireName(), "topology"));
    boolean staged = method.topology().map(form -> form.wireName().equals("staged")).orElse(false);
    method
        .length()
        .ifPresent(
            length ->
                put(
                    staged ? ModelSetting.STAGES : ModelSetting.MODULES,
                    length,
                    staged ? "stages" : "modules"));
    if (!method.alphas().isEmpty()) {
      String alpha =
          method.alphas().stream().map(String::valueOf).collect(Collectors.joining(".."));
      putText(ObjectiveSetting.ALPHA, alpha, "alpha");
    }
    method.strategy().ifPresent(way -> put(TrainingSetting.EXECUTION, way.wireName(), "execution"));
  }

  /** Those of an optimizer. */
  void optimizer(OptimizerChoice optimizer) {
    remove(TrainingSetting.MOMENTUM);
    put(TrainingSetting.OPTIMIZER, optimizer.wireName(), "optimizer");
    put(TrainingSetting.LR, optimizer.learningRate(), "learningRate");
    put(TrainingSetting.WEIGHT_DECAY, optimizer.weightDecay(), "weightDecay");
    optimizer.momentum().ifPresent(m -> put(TrainingSetting.MOMENTUM, m, "momentum"));
  }

  /** Those of a schedule. */
  void schedule(ScheduleChoice schedule) {
    remove(TrainingSetting.MILESTONES, TrainingSetting.GAMMA);
    put(TrainingSetting.SCHEDULE, schedule.wireName(), "schedule");
    put(TrainingSetting.WARMUP, schedule.warmUp(), "warmUp");
    if (!schedule.milestones().isEmpty()) {
      put(TrainingSetting.MILESTONES, schedule.milestones(), "milestones");
    }
    schedule.gamma().ifPresent(gamma -> put(TrainingSetting.GAMMA, gamma, "gamma"));
  }

  /** These over the defaults of the data and the method. */
  Settings resolve() {
    return Settings.resolve(List.copyOf(given.values()));
  }
}
