package io.github.sid4j.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.SimilarityModule;
import io.github.sid4j.cascade.StageModule;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.OutputShape;
import io.github.sid4j.network.Projection;
import io.github.sid4j.network.Stage;
import java.util.ArrayList;
import java.util.List;

/** The stages of a network with what {@link io.github.sid4j.method.LocalSignals} trains them by. */
final class LocalSignalModules {
  private LocalSignalModules() {}

  /**
   * Gives each stage its linear classifier and its projection.
   *
   * @param shape of one example
   * @param compared whether samples are compared, or else only classified
   */
  static List<BeliefModule> of(
      List<Stage> stages, Heads heads, int[] shape, boolean compared, Initializer init) {
    List<BeliefModule> modules = new ArrayList<>();
    List<long[]> shapes = OutputShape.ofEach(stages, shape);
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      long[] given = shapes.get(i);
      StageModule module = new StageModule(stage, heads.linear(stage, given));
      boolean image = given.length == 3;
      modules.add(
          compared
              ? new SimilarityModule(module, new Projection(stage.width(), image, init))
              : module);
    }
    return modules;
  }
}
