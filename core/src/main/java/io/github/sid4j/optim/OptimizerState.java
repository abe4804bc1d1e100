package io.github.sid4j.optim;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of an optimizer and all that it remembers between steps: tensors next to each
 * parameter, and how many steps it has taken. A checkpoint holds it, so that a run that is resumed
 * continues to the bit.
 *
 * <p>For one thread at a time.
 */
public final class OptimizerState implements AutoCloseable {
  private final List<Tensor> parameters;
  private final Map<String, List<Tensor>> remembered = new LinkedHashMap<>();
  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final Map<OptimizerState, Long> parts = new LinkedHashMap<>();
  private List<Tensor> average = List.of();
  private long steps;

  /**
   * Remembers tensors of the shapes of the parameters, zeros at first.
   *
   * @param parameters that the optimizer changes
   * @param names of what it remembers of each parameter; none if it remembers nothing
   */
  public OptimizerState(Parameters parameters, String... names) {
    this.parameters = parameters.tensors();
    try (Scope making = Scope.open()) {
      for (String name : names) {
        List<Tensor> inOrder = new ArrayList<>();
        parameters
            .byName()
            .forEach(
                (parameter, tensor) -> {
                  Tensor zeros = making.keep(tensor.zerosLike());
                  byName.put(parameter + "." + name, zeros);
                  inOrder.add(zeros);
                });
        remembered.put(name, List.copyOf(inOrder));
      }
    }
  }

  /**
   * Adds what another optimizer remembers, for an optimizer that is made of others.
   *
   * @param part of an optimizer that changes some or all of the same parameters
   * @param after how many steps are taken before its first one, at least 0
   * @return this
   */
  public OptimizerState with(OptimizerState part, long after) {
    parts.put(part, after);
    byName.putAll(part.byName);
    return this;
  }

  /**
   * Says what of it is an average of the parameters, to be evaluated in their place.
   *
   * @param name one of those that the state was made with
   * @return this
   */
  public OptimizerState average(String name) {
    average = of(name);
    return this;
  }

  /**
   * Puts averages of the parameters, here and in parts, into their place, and them into the place
   * of the averages: to evaluate these, and once more to train on. Before the first step there are
   * none.
   */
  public void swapAverage() {
    for (int i = 0; steps > 0 && i < average.size(); i++) {
      try (Scope swapping = Scope.open()) {
        Tensor before = parameters.get(i).copy();
        parameters.get(i).inPlace().copy(average.get(i));
        average.get(i).inPlace().copy(before);
      }
    }
    parts.keySet().forEach(OptimizerState::swapAverage);
  }

  /**
   * What the optimizer changes.
   *
   * @return in the order in which gradients come
   */
  public List<Tensor> parameters() {
    return parameters;
  }

  /**
   * What is remembered of each parameter under one name.
   *
   * @param name one of those that the state was made with
   * @return in the order of the parameters
   * @throws IllegalArgumentException if there is no such name
   */
  public List<Tensor> of(String name) {
    List<Tensor> found = remembered.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "expected one of " + remembered.keySet() + ", found " + name);
    }
    return found;
  }

  /**
   * All that is remembered. They are the live tensors: overwriting them restores a state.
   *
   * @return in a fixed order, each by the names of its parameter and of what it is
   */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(byName);
  }

  /**
   * How many steps were taken.
   *
   * @return at least 0
   */
  public long steps() {
    return steps;
  }

  /**
   * Counts a step, which an optimizer does at its beginning.
   *
   * @return its number, from 1
   */
  public long nextStep() {
    return ++steps;
  }

  /**
   * Sets the number of steps taken, when a state is restored.
   *
   * @param taken at least 0
   */
  public void restoreSteps(long taken) {
    steps = taken;
    parts.forEach((part, after) -> part.restoreSteps(Math.max(0, taken - after)));
  }

  /** Frees what is remembered; the parameters stay. */
  @Override
  public void close() {
    byName.values().forEach(Tensor::close);
  }
}
