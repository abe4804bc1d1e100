package io.github.sid4j.internal.probe;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.train.BatchTargets;
import io.github.sid4j.network.Stage;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far local gradients point where backpropagation's do. Compared are the parameters that both
 * train for one end: those of the stages, and of a shared extractor. The head of an earlier module
 * is part of backpropagation's path by its belief alone, and is left out.
 */
final class GradientAgreement implements Execution.Updates {
  private final Cascade cascade;
  private final Objective objective;

  /** Of the stage of each module, and behind them of the extractor. */
  private final List<List<Tensor>> compared = new ArrayList<>();

  private final List<List<Double>> cosines = new ArrayList<>();
  private @Nullable List<List<Tensor>> whole;

  GradientAgreement(Cascade cascade, Objective objective) {
    this.cascade = cascade;
    this.objective = objective;
    for (BeliefModule module : cascade.modules()) {
      compared.add(module.stage().map(Stage::parameters).map(it -> it.tensors()).orElse(List.of()));
    }
    compared.add(cascade.extractor().parameters().tensors());
    compared.forEach(part -> cosines.add(new ArrayList<>()));
  }

  /** Takes both gradients of a batch, as training would in that step. Nothing is changed. */
  void add(Execution execution, Batch batch, long seed, long step) {
    try (Scope scope = Scope.open();
        Pass training = Pass.training(seed, step);
        Pass traceless = Pass.teaching();
        Autograd.Mode on = Autograd.on()) {
      Tensor input = InputTensors.of(batch, cascade.device());
      Target target = BatchTargets.of(batch, cascade.classes(), objective, cascade.device());
      whole = backpropagated(input, target);
      execution.run(cascade, objective, input, target, this);
      whole = null;
    }
  }

  /** The mean over all batches of the cosine for a module, from 0, or behind them the extractor. */
  OptionalDouble mean(int part) {
    return cosines.get(part).stream().mapToDouble(Double::doubleValue).average();
  }

  /** The gradients of the last module's loss through everything. */
  private List<List<Tensor>> backpropagated(Tensor input, Target target) {
    Tensor features = cascade.extractor().forward(input);
    Belief before = cascade.firstBelief(features);
    Belief belief = before;
    Tensor logits = features;
    for (BeliefModule module : cascade.modules()) {
      before = belief;
      features = module.advance(features);
      logits = module.logits(before.probabilities(), features);
      belief = Belief.of(logits);
    }
    Tensor seed =
        objective.logitsGradient(
            cascade.depth() - 1,
            Belief.of(logits.detach()),
            target,
            new Belief(before.probabilities().detach(), before.logarithms().detach()));
    List<Tensor> all = compared.stream().flatMap(List::stream).toList();
    List<Tensor> gradients = all.isEmpty() ? all : Autograd.gradients(logits, seed, all);
    List<List<Tensor>> parts = new ArrayList<>();
    int from = 0;
    for (List<Tensor> part : compared) {
      parts.add(gradients.subList(from, from + part.size()));
      from += part.size();
    }
    return parts;
  }

  @Override
  public synchronized void module(int index, List<Tensor> gradients) {
    Set<Tensor> stage = Collections.newSetFromMap(new IdentityHashMap<>());
    stage.addAll(compared.get(index));
    List<Tensor> parameters = cascade.modules().get(index).parameters().tensors();
    List<Tensor> local = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      if (stage.contains(parameters.get(i))) {
        local.add(gradients.get(i));
      }
    }
    compare(index, local);
  }

  @Override
  public synchronized void extractor(List<Tensor> gradients) {
    compare(compared.size() - 1, gradients);
  }

  private void compare(int part, List<Tensor> local) {
    List<Tensor> other = whole == null ? List.of() : whole.get(part);
    if (local.isEmpty() || local.size() != other.size()) {
      return;
    }
    double product = 0;
    double here = 0;
    double there = 0;
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      for (int i = 0; i < local.size(); i++) {
        product += local.get(i).times(other.get(i)).sum().item();
        here += local.get(i).times(local.get(i)).sum().item();
        there += other.get(i).times(other.get(i)).sum().item();
      }
    }
    if (here > 0 && there > 0) {
      cosines.get(part).add(product / Math.sqrt(here * there));
    }
  }
}
