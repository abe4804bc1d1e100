package io.github.sid4j.bench;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Engine;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;

/** Measures what the machine can do: products of large matrices, and copies in memory. */
final class CeilingWorker implements Worker.Skill {
  /** Rows and columns; the matrices are larger than caches, and products take long enough. */
  private static final int SIDE = 2048;

  private static final int TRIES = 5;
  private static final int SMALL = 64;
  private static final long COPIED = 32L << 20;
  private static final double FLOPS = 2.0 * SIDE * SIDE * SIDE;

  private final Tensor single;
  private final Tensor half;
  private final Tensor source;
  private final Tensor target;

  CeilingWorker(int threads) {
    Engine.useThreads(threads);
    // Not one number throughout: processors take less power for that, and run faster.
    float[] values = new float[SIDE * SIDE];
    Rng rng = Rng.of(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.nextDouble();
    }
    single = Tensor.of(values, SIDE, SIDE);
    half = single.to(DType.BFLOAT16);
    source = Tensor.full(1.0 / 3, DType.FLOAT32, COPIED);
    target = source.zerosLike();
    answer("ceilings", 1);
  }

  /** Lets the tensor library start its threads. */
  static void wakeThreads() {
    try (Scope waking = Scope.open()) {
      Tensor some = Tensor.full(1, DType.FLOAT32, SMALL * SMALL, SMALL);
      Functional.relu(some).sum().item();
    }
  }

  @Override
  public Record ready() {
    return new Answers.Ready(true, "ceilings", Engine.version(), 0);
  }

  @Override
  public Record answer(String wish, int count) {
    if (!wish.equals("ceilings")) {
      return null;
    }
    List<Double> fp32 = new ArrayList<>(count);
    List<Double> bf16 = new ArrayList<>(count);
    List<Double> copy = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fp32.add(FLOPS / seconds(() -> Functional.matrixProduct(single, single)));
      bf16.add(FLOPS / seconds(() -> Functional.matrixProduct(half, half)));
      double bytes = 2.0 * COPIED * DType.FLOAT32.bytes();
      copy.add(bytes / seconds(() -> target.inPlace().copy(source)));
    }
    return new Answers.Ceiling(fp32, bf16, copy);
  }

  /** The shortest of a few tries: the first ones find caches cold and threads asleep. */
  private static double seconds(Runnable work) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIES; i++) {
      try (Scope scope = Scope.open()) {
        long begun = System.nanoTime();
        work.run();
        shortest = Math.min(shortest, (System.nanoTime() - begun) / 1e9);
      }
    }
    return shortest;
  }
}
