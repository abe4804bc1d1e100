package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What each module of a step takes, where one is through before the next begins: its forward, then
 * its belief, loss, measure and gradients, then its update, with nothing of another between.
 */
final class StageClock implements Observer {
  private static final int NONE = -1;

  private final long[] begun;
  private final long[] forwardDone;
  private final long[] updateBegun;
  private final long[] updateDone;
  private int atWork = NONE;
  private boolean overlapping;

  StageClock(int modules) {
    begun = new long[modules];
    forwardDone = new long[modules];
    updateBegun = new long[modules];
    updateDone = new long[modules];
  }

  /** A step begins. */
  void begin() {
    Arrays.fill(begun, 0);
  }

  @Override
  public Tensor forward(int part, Supplier<Tensor> work) {
    overlapping |= atWork != NONE && atWork != part;
    atWork = part;
    if (begun[part] == 0) {
      begun[part] = System.nanoTime();
    }
    Tensor result = work.get();
    forwardDone[part] = System.nanoTime();
    return result;
  }

  @Override
  public void update(int part, Runnable work) {
    updateBegun[part] = System.nanoTime();
    work.run();
    updateDone[part] = System.nanoTime();
    overlapping |= atWork != part;
    atWork = NONE;
  }

  /** Whether a module began before another was through, so that the times say nothing. */
  boolean overlapping() {
    return overlapping;
  }

  /** Of the step that is over, seconds of each module's forward. */
  List<Double> forward() {
    return between(begun, forwardDone);
  }

  /** Of each module's belief, loss, measure and gradients. */
  List<Double> backward() {
    return between(forwardDone, updateBegun);
  }

  /** Of each module's update. */
  List<Double> update() {
    return between(updateBegun, updateDone);
  }

  private static List<Double> between(long[] from, long[] to) {
    return IntStream.range(0, from.length).mapToObj(i -> (to[i] - from[i]) / 1e9).toList();
  }
}
