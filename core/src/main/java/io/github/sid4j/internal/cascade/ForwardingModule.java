package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A module around another: its tensors, its cores and the stage that it carries are the other's.
 * What is added to the forwards is the subclass's.
 */
public abstract class ForwardingModule extends ModuleAround {

  /**
   * Wraps a module.
   *
   * @param plain that computes
   */
  protected ForwardingModule(BeliefModule plain) {
    super(plain);
  }

  /**
   * The module within all that is around it.
   *
   * @param module wrapped any number of times, or not at all
   * @return as it was made
   */
  public static BeliefModule innermost(BeliefModule module) {
    BeliefModule inner = module;
    while (inner instanceof ForwardingModule forwarding) {
      inner = forwarding.plain();
    }
    return inner;
  }

  /**
   * The modules of a cascade whose method needs all of one kind.
   *
   * @param <T> the kind
   * @param modules each wrapped any number of times, or not at all
   * @param kind the kind
   * @param expected what the method expected, for the error's message
   * @return as they were made, in their order
   * @throws IllegalArgumentException if one is of another kind
   */
  public static <T extends BeliefModule> List<T> innermost(
      List<? extends BeliefModule> modules, Class<T> kind, String expected) {
    List<T> found = new ArrayList<>();
    for (BeliefModule module : modules) {
      BeliefModule inner = innermost(module);
      if (!kind.isInstance(inner)) {
        throw new IllegalArgumentException(expected);
      }
      found.add(kind.cast(inner));
    }
    return List.copyOf(found);
  }

  @Override
  public final Parameters parameters() {
    return plain().parameters();
  }

  @Override
  public final Parameters buffers() {
    return plain().buffers();
  }
}
