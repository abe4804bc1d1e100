package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a cascade with a thread of its own in a {@link Pipeline}: neighbouring modules, and the
 * extractor with those that read it. It needs the forward values of the segment before, and nothing
 * else. Its loop is that of {@link SinglePass}, except that the values go to the next segment
 * before its last backward.
 */
final class Segment {
  private final Cascade cascade;
  private final Objective objective;
  private final int from;
  private final int to;

  private Segment(Cascade cascade, Objective objective, int from, int to) {
    this.cascade = cascade;
    this.objective = objective;
    this.from = from;
    this.to = to;
  }

  /** What the next segment needs, known before this one's last backward. */
  @FunctionalInterface
  interface HandOver {
    /**
     * Passes on.
     *
     * @param features for the next segment, in the scope of the step
     * @param belief for the next segment, in the scope of the step
     * @param measures of this segment's modules
     */
    void accept(Tensor features, Belief belief, List<Measure> measures);
  }

  /**
   * As many segments as can work on batches of their own: the first has the extractor and its
   * readers, and each stage after them begins another.
   */
  static List<Segment> all(Cascade cascade, Objective objective) {
    List<Segment> segments = new ArrayList<>();
    List<Integer> ends = ends(cascade);
    for (int i = 0; i < ends.size(); i++) {
      segments.add(new Segment(cascade, objective, i == 0 ? 0 : ends.get(i - 1), ends.get(i)));
    }
    return segments;
  }

  /** How many of the modules the segments have, up to and with each. */
  static List<Integer> ends(Cascade cascade) {
    return IntStream.rangeClosed(cascade.extractorReaders(), cascade.depth())
        .filter(i -> i == cascade.depth() || cascade.modules().get(i).carriesStage())
        .boxed()
        .toList();
  }

  /** The modules that it has, by number from 1. */
  String name() {
    return from + 1 == to ? "module " + to : "modules " + (from + 1) + " to " + to;
  }

  /**
   * Learns from one batch: module by module forward, and its backward at once.
   *
   * @param step scope of the work
   * @param input the extractor's, or the features that the segment before handed over
   * @param before the belief that it handed over; null for the first segment
   */
  void run(
      Scope step,
      Tensor input,
      @Nullable Belief before,
      Target target,
      Execution.Updates updates,
      HandOver next) {
    boolean first = from == 0;
    Tensor z = first ? cascade.extractor().forward(input) : input;
    Tensor h = z;
    Belief p = before == null ? cascade.firstBelief(z) : before;
    List<Belief> beliefs = new ArrayList<>(List.of(p));
    ExtractorGradient dz = new ExtractorGradient(step);
    for (int i = from; i < to; i++) {
      Tensor given = h;
      try (Scope module = Scope.open()) {
        ModulePass pass = ModulePass.forward(cascade, objective, i, p, h, target);
        p = pass.belief().move(module, step);
        h = pass.featuresOut(module, step);
        beliefs.add(p);
        if (i + 1 == to) {
          next.accept(h, p, objective.measures(from, beliefs, target));
        }
        dz.add(pass.backward(updates));
      }
      if (h != given && given != z) {
        // Otherwise memory grows with the number of stages.
        given.close();
      }
    }
    if (first) {
      dz.backward(cascade, z, updates);
    }
  }
}
