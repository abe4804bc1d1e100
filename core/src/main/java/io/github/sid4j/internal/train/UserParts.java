package io.github.sid4j.internal.train;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.method.MethodFactory;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a program brings instead of what settings can name. Immutable.
 *
 * @param data trained on
 * @param network makes the cascade
 * @param steps how its parts are trained
 */
public record UserParts(Optional<Dataset> data, Optional<CascadeFactory> network, OwnSteps steps) {
  public static final UserParts NONE =
      new UserParts(Optional.empty(), Optional.empty(), OwnSteps.NONE);

  /**
   * What takes part in each step.
   *
   * @param method trains the cascade
   * @param objective of its modules
   * @param optimizer of all its parts
   * @param schedule of the learning rate
   * @param augmentation of the training part
   */
  public record OwnSteps(
      Optional<MethodFactory> method,
      Optional<Objective> objective,
      Optional<Optimizer.Factory> optimizer,
      Optional<Schedule> schedule,
      Optional<Augmentation> augmentation) {
    static final OwnSteps NONE =
        new OwnSteps(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public OwnSteps withMethod(Optional<MethodFactory> own) {
      return new OwnSteps(own, objective, optimizer, schedule, augmentation);
    }

    public OwnSteps withObjective(Optional<Objective> own) {
      return new OwnSteps(method, own, optimizer, schedule, augmentation);
    }

    public OwnSteps withOptimizer(Optional<Optimizer.Factory> own) {
      return new OwnSteps(method, objective, own, schedule, augmentation);
    }

    public OwnSteps withSchedule(Optional<Schedule> own) {
      return new OwnSteps(method, objective, optimizer, own, augmentation);
    }

    public OwnSteps withAugmentation(Optional<Augmentation> own) {
      return new OwnSteps(method, objective, optimizer, schedule, own);
    }
  }

  public UserParts with(Dataset own) {
    return new UserParts(Optional.of(own), network, steps);
  }

  public UserParts with(CascadeFactory own) {
    return new UserParts(data, Optional.of(own), steps);
  }

  public UserParts withNetwork(Optional<CascadeFactory> own) {
    return new UserParts(data, own, steps);
  }

  public UserParts with(OwnSteps own) {
    return new UserParts(data, network, own);
  }

  /** The names of the parts that are brought, as a run records them. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    data.ifPresent(own -> names.add("data"));
    network.ifPresent(own -> names.add("network"));
    steps.method.ifPresent(own -> names.add("method"));
    steps.objective.ifPresent(own -> names.add("objective"));
    steps.optimizer.ifPresent(own -> names.add("optimizer"));
    steps.schedule.ifPresent(own -> names.add("schedule"));
    steps.augmentation.ifPresent(own -> names.add("augmentation"));
    return List.copyOf(names);
  }
}
