package io.github.sid4j.cascade;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An extractor and the modules that refine, one after the other, a belief about the target.
 *
 * <p>One rule says where gradients stop: <em>a module's gradient stops at its inputs, except where
 * several modules read one extractor: the extractor gets the sum of their gradients.</em> The
 * modules that read the extractor are the first ones, up to and with the first that carries a stage
 * of its own; in the authors' shared-extractor cascade that is all of them.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class Cascade implements Composite, AutoCloseable {
  private final Layer extractor;
  private final List<BeliefModule> modules;
  private final int classes;
  private final Precision precision;

  /**
   * Puts a cascade together.
   *
   * @param extractor from inputs to features; the extractor
   * @param modules in order, at least one
   * @param classes N, at least 2
   */
  public Cascade(Layer extractor, List<? extends BeliefModule> modules, int classes) {
    if (modules.isEmpty() || classes < 2) {
      throw new IllegalArgumentException(
          "a cascade expected at least 1 module and 2 classes, found "
              + modules.size()
              + " and "
              + classes);
    }
    this.extractor = extractor;
    this.modules = List.copyOf(modules);
    this.classes = classes;
    this.precision = Precision.FP32;
  }

  private Cascade(Cascade longer, int modules) {
    this.extractor = longer.extractor;
    this.modules = longer.modules.subList(0, modules);
    this.classes = longer.classes;
    this.precision = longer.precision;
  }

  private Cascade(Cascade plain, Precision precision) {
    this.extractor = new PreciseExtractor(plain.extractor, precision);
    this.modules =
        plain.modules.stream()
            .<BeliefModule>map(module -> new PreciseModule(module, precision))
            .toList();
    this.classes = plain.classes;
    this.precision = precision;
  }

  /**
   * The same cascade over the same parameters, with its layers computed in another precision.
   * Parameters, beliefs, losses and what passes from part to part stay as they are.
   *
   * @param other to compute in
   * @return itself for the precision that it has
   * @throws IllegalStateException if this is not the cascade as it was made
   */
  public Cascade in(Precision other) {
    if (other == precision) {
      return this;
    }
    if (precision != Precision.FP32) {
      throw new IllegalStateException("a cascade in " + precision + " cannot be put in " + other);
    }
    return new Cascade(this, other);
  }

  /**
   * The cascade as it was made, in single precision.
   *
   * @return over the same parameters; itself unless it came from {@link #in}
   */
  public Cascade plain() {
    return extractor instanceof PreciseExtractor precise
        ? new Cascade(precise.plain(), plainModules(), classes)
        : this;
  }

  /**
   * The same cascade cut off behind one of its modules, over the same tensors. Its beliefs are the
   * first ones of this cascade.
   *
   * @param modules how many are left, 1 to {@link #depth()}
   * @return a shorter one; this stays as it is
   */
  public Cascade first(int modules) {
    if (modules < 1 || modules > depth()) {
      throw new IllegalArgumentException(
          "expected 1 to " + depth() + " modules to be left, found " + modules);
    }
    return new Cascade(this, modules);
  }

  /**
   * What its layers compute in.
   *
   * @return {@link Precision#FP32} unless asked for another
   */
  public Precision precision() {
    return precision;
  }

  /**
   * The extractor.
   *
   * @return from inputs to features
   */
  public Layer extractor() {
    return extractor;
  }

  /**
   * The modules.
   *
   * @return in order of depth
   */
  public List<BeliefModule> modules() {
    return modules;
  }

  /** The modules as they were made, whatever precision they are computed in here. */
  public List<BeliefModule> plainModules() {
    return modules.stream()
        .map(module -> module instanceof PreciseModule precise ? precise.plain() : module)
        .toList();
  }

  /**
   * L, the number of modules.
   *
   * @return at least 1
   */
  public int depth() {
    return modules.size();
  }

  /**
   * N, the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * How many of the modules read the extractor's features.
   *
   * @return 1 to {@link #depth()}
   */
  public int extractorReaders() {
    for (int i = 0; i < modules.size(); i++) {
      if (modules.get(i).carriesStage()) {
        return i + 1;
      }
    }
    return modules.size();
  }

  /**
   * p_0, the belief before the first module: every class alike.
   *
   * @param given what the module reads or is measured by, [B, ...]
   * @return uniform over [B, N], of the type and on the device of that
   */
  public Belief firstBelief(Tensor given) {
    return Belief.uniform(given.factory(), given.size(0), classes, given.type());
  }

  /**
   * Plain feed-forward inference, without recording gradients.
   *
   * @param input [B, ...] as the extractor reads it
   * @return the beliefs of modules 1 to L; the prediction is the last
   */
  public List<Belief> beliefs(Tensor input) {
    try (Autograd.Mode off = Autograd.off()) {
      List<Belief> all = allBeliefs(extractor.forward(input));
      return all.subList(1, all.size());
    }
  }

  /**
   * The same inference from what the extractor gave.
   *
   * @param given [B, ...]
   * @return p_0, and the beliefs of modules 1 to L
   */
  public List<Belief> allBeliefs(Tensor given) {
    try (Autograd.Mode off = Autograd.off()) {
      Tensor features = given;
      Belief belief = firstBelief(given);
      List<Belief> beliefs = new ArrayList<>(modules.size() + 1);
      beliefs.add(belief);
      for (BeliefModule module : modules) {
        // What a stage makes is gone before the next begins.
        try (Scope scope = Scope.open();
            ThreadScope cores = module.openThreads()) {
          Tensor read = features;
          features = module.advance(read);
          belief = Belief.of(module.logits(belief.probabilities(), features)).leave(scope);
          beliefs.add(belief);
          if (features != read) {
            scope.leave(features);
          }
          if (features != read && read != given) {
            read.close();
          }
        }
      }
      return beliefs;
    }
  }

  /** The extractor as {@code extractor}, then each module as {@code module<i>}. */
  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("extractor", extractor);
    for (int i = 0; i < modules.size(); i++) {
      parts.put("module" + (i + 1), modules.get(i));
    }
    return parts;
  }

  /**
   * All that training changes and files hold: the parameters, then the buffers.
   *
   * @return by the names of the parts
   */
  public Parameters state() {
    return parameters().and(buffers());
  }

  /**
   * Where its tensors are, and so what it computes on. Inputs and targets have to be there, too.
   *
   * @return the processor if it has none
   */
  public Device device() {
    return state().device();
  }

  /**
   * Frees its tensors, which are also those of every cascade that was made {@link #in} another
   * precision or as the {@link #first} modules of it.
   */
  @Override
  public void close() {
    state().tensors().forEach(Tensor::close);
  }
}
