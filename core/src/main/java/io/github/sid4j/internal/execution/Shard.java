package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a batch that goes through the whole cascade by itself. Nothing is updated meanwhile:
 * its gradients are kept until those of the other shares are there.
 */
final class Shard implements Execution.Updates {
  private final BatchPart part;

  /** Of each module in order, and of the extractor, if it has any, behind them. In no scope. */
  private final List<List<Tensor>> gradients = new ArrayList<>();

  private List<Measure> measures = List.of();

  Shard(BatchPart part) {
    this.part = part;
  }

  /**
   * Computes gradients and measures on the calling thread.
   *
   * @param pass of the whole batch
   * @param index of this share; the first one alone learns running statistics, or they would depend
   *     on who is faster
   * @param count of all shares
   */
  void learn(Cascade cascade, Objective objective, Pass pass, int index, int count) {
    try (Pass drawing = pass.part(index, count);
        Pass here = index == 0 ? drawing.reopen() : Pass.teaching()) {
      measures = new SinglePass().run(cascade, objective, part.input(), part.target(), this);
    }
  }

  @Override
  public void module(int index, List<Tensor> own) {
    keep(own);
  }

  @Override
  public void extractor(List<Tensor> own) {
    keep(own);
  }

  /** By handles of their own on the same memory. */
  private void keep(List<Tensor> own) {
    try (Scope scope = Scope.open()) {
      gradients.add(own.stream().map(gradient -> scope.keep(gradient.detach())).toList());
    }
  }

  /** Hands over to a scope whatever gradients there are. */
  void moveTo(Scope scope) {
    gradients.forEach(own -> own.forEach(scope::adopt));
  }

  long samples() {
    return part.samples();
  }

  List<Measure> measures() {
    return measures;
  }

  List<List<Tensor>> gradients() {
    return gradients;
  }
}
