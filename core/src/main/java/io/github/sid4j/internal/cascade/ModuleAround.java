package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.network.Stage;
import java.util.Optional;

/** A module around another one, whose stage and threads it has. */
abstract class ModuleAround implements BeliefModule {
  private final BeliefModule plain;

  ModuleAround(BeliefModule plain) {
    this.plain = plain;
  }

  /**
   * The module inside.
   *
   * @return over the same tensors
   */
  public final BeliefModule plain() {
    return plain;
  }

  @Override
  public final boolean carriesStage() {
    return plain.carriesStage();
  }

  @Override
  public final Optional<Stage> stage() {
    return plain.stage();
  }

  @Override
  public final ThreadScope openThreads() {
    return plain.openThreads();
  }
}
