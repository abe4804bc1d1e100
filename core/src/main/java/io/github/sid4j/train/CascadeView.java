package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A cascade that can be looked at and not changed. It shows the weights as they are at the time of
 * a call, and is used on the thread that trains.
 */
public final class CascadeView {
  private final Cascade cascade;

  CascadeView(Cascade cascade) {
    this.cascade = cascade;
  }

  /**
   * L, the number of modules.
   *
   * @return at least 1
   */
  public int depth() {
    return cascade.depth();
  }

  /**
   * N, the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return cascade.classes();
  }

  /**
   * How many values are trained.
   *
   * @return at least 0
   */
  public long parameters() {
    return cascade.parameters().count();
  }

  /**
   * The names of its tensors, as in weight files.
   *
   * @return in a fixed order
   */
  public Set<String> names() {
    return cascade.state().byName().keySet();
  }

  /**
   * The values of one tensor.
   *
   * @param name one of {@link #names}
   * @return a copy, row by row
   * @throws IllegalArgumentException if there is no such tensor
   */
  public double[] values(String name) {
    Tensor tensor = cascade.state().byName().get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "expected one of " + names() + ", found " + name + "; correct the name");
    }
    return tensor.toDoubles();
  }

  /**
   * Feed-forward inference.
   *
   * @param input [B, ...] as the extractor reads it, on any device
   * @return p_0, which is uniform, to p_L, of the {@link io.github.sid4j.engine.Scope} that is open
   */
  public List<Belief> beliefs(Tensor input) {
    List<Belief> beliefs = new ArrayList<>(depth() + 1);
    Tensor read = input.on(cascade.device());
    beliefs.add(cascade.firstBelief(read));
    beliefs.addAll(cascade.beliefs(read));
    return beliefs;
  }
}
