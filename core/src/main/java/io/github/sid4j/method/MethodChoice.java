package io.github.sid4j.method;

import io.github.sid4j.execution.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * The method of a training, and the cascade that it needs. Immutable. {@link Sid#modules} and its
 * like make one.
 *
 * @param wireName in files and flags; of an own method {@code sid}, whose defaults it has
 * @param topology of the cascade; empty for the method's own
 * @param length modules of a shared topology, stages of a staged one; empty for the default
 * @param alphas of all modules, or of the first and the last with those between evenly apart; empty
 *     for the default
 * @param strategy carries out a step; empty for the default
 * @param own makes an own method; empty for a built-in one
 */
public record MethodChoice(
    String wireName,
    Optional<Topology> topology,
    Optional<Integer> length,
    List<Double> alphas,
    Optional<Strategy> strategy,
    Optional<MethodFactory> own) {
  /** Keeps a copy that cannot be changed. */
  public MethodChoice {
    alphas = List.copyOf(alphas);
  }

  /**
   * A built-in method by its name, with its own defaults.
   *
   * @param wireName as in files and flags; a wrong one is refused when the training begins
   * @return the choice
   */
  public static MethodChoice named(String wireName) {
    return new MethodChoice(
        wireName,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * An own method.
   *
   * @param factory makes it once the cascade is there
   * @return the choice
   */
  public static MethodChoice own(MethodFactory factory) {
    return new MethodChoice(
        "sid",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(factory));
  }

  /**
   * All modules read one network.
   *
   * @param count of modules, at least 1
   * @return a copy
   */
  public MethodChoice modules(int count) {
    return with(Topology.SHARED, Optional.of(count));
  }

  /**
   * The network is cut into stages, one for each module.
   *
   * @param count of stages, at least 1
   * @return a copy
   */
  public MethodChoice stages(int count) {
    return with(Topology.STAGED, Optional.of(count));
  }

  /**
   * The whole network is one classifier.
   *
   * @return a copy
   */
  public MethodChoice whole() {
    return with(Topology.WHOLE, Optional.empty());
  }

  private MethodChoice with(Topology other, Optional<Integer> count) {
    return new MethodChoice(wireName, Optional.of(other), count, alphas, strategy, own);
  }

  /**
   * The weight of the target in the loss of every module.
   *
   * @param alpha above 0 and at most 1
   * @return a copy
   */
  public MethodChoice alpha(double alpha) {
    return new MethodChoice(wireName, topology, length, List.of(alpha), strategy, own);
  }

  /**
   * Weights of the target evenly apart.
   *
   * @param first of the first module, above 0 and at most 1
   * @param last of the last module, likewise
   * @return a copy
   */
  public MethodChoice alpha(double first, double last) {
    return new MethodChoice(wireName, topology, length, List.of(first, last), strategy, own);
  }

  /**
   * How a step is carried out.
   *
   * @param other for methods whose modules have losses of their own
   * @return a copy
   */
  public MethodChoice execution(Strategy other) {
    return new MethodChoice(wireName, topology, length, alphas, Optional.of(other), own);
  }
}
