package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.InputPlace;
import io.github.sid4j.internal.network.JoinedInputs;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module that reads one input of samples of several, by a network of its own. Where a sample
 * lacks the input the belief before is handed on: the module is skipped. It hands on the samples as
 * they are, so that each module has its own input, and no gradient passes from one to another.
 */
public final class InputModule implements BeliefModule, Composite {
  /** Is added to probabilities, since what has underflowed to zero has no logarithm. */
  public static final double SMALLEST = 1e-30;

  private final InputPlace place;
  private final Layer network;
  private final BeliefModule head;

  /**
   * Puts a module together.
   *
   * @param place of its input
   * @param network from the input to a vector
   * @param head reads the belief before and that vector
   */
  public InputModule(InputPlace place, Layer network, BeliefModule head) {
    this.place = place;
    this.network = network;
    this.head = head;
  }

  /**
   * The inputs that a cascade reads, each by a module or all joined.
   *
   * @param cascade any
   * @return in their order; empty if its samples are not of several inputs
   */
  public static List<InputPlace> placesOf(Cascade cascade) {
    if (cascade.extractor() instanceof JoinedInputs joined) {
      return joined.inputs().stream().map(JoinedInputs.Input::place).toList();
    }
    List<InputPlace> places = new ArrayList<>();
    for (BeliefModule module : cascade.modules()) {
      BeliefModule inner = module;
      while (inner instanceof ModuleAround around) {
        inner = around.plain();
      }
      if (inner instanceof InputModule input) {
        places.add(input.place);
      }
    }
    return places;
  }

  /** Where its input is in a sample. */
  public InputPlace place() {
    return place;
  }

  /** What reads the input. */
  public Layer network() {
    return network;
  }

  /** What reads the belief before and what the network gives. */
  public BeliefModule head() {
    return head;
  }

  /**
   * What its head reads of samples.
   *
   * @param samples [B, numbers of all inputs]
   * @return what the network gives for the input
   */
  public Tensor features(Tensor samples) {
    return network.forward(place.values(samples));
  }

  /** Its network is a stage, though one that hands nothing on. */
  @Override
  public boolean carriesStage() {
    return true;
  }

  @Override
  public Tensor logits(Tensor before, Tensor samples) {
    Tensor present = place.present(samples);
    Tensor own = head.logits(before, features(samples)).widened();
    Tensor smallest = before.factory().full(SMALLEST, before.type(), 1);
    Tensor absent = present.factory().full(1, present.type(), 1).minus(present);
    return own.times(present).plus(before.plus(smallest).log().times(absent));
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("network", network);
    parts.put("head", head);
    return parts;
  }
}
