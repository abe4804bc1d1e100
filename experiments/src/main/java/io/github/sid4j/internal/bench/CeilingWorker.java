package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.List;

/** Measures what the machine can do: products of large matrices, and copies in memory. */
final class CeilingWorker implements Worker.Skill {
  /** Most rows and columns; the matrices are larger than caches. */
  private static final int LARGEST = 2048;

  /** Fewest rows and columns. */
  private static final int SMALLEST = 256;

  /** A product that takes this long needs no larger matrices: they would cost minutes. */
  private static final double LONG_ENOUGH = 0.1;

  private static final int TRIES = 5;
  private static final int SMALL = 64;
  private static final long COPIED = 32L << 20;
  private final Tensor single;
  private final Tensor half;
  private final Tensor source;
  private final Tensor target;

  CeilingWorker(int threads) {
    Engine.useThreads(threads);
    // Not one number throughout: processors take less power for that, and run faster.
    single = square(DType.FLOAT32);
    half = square(DType.BFLOAT16);
    source = Tensor.full(1.0 / 3, DType.FLOAT32, COPIED);
    target = source.zerosLike();
    answer("ceilings", 1);
  }

  /** The smallest matrix whose product takes long enough, or the largest one. */
  private static Tensor square(DType type) {
    int side = SMALLEST;
    Tensor square = random(side, type);
    while (side < LARGEST && productSeconds(square) < LONG_ENOUGH) {
      square.close();
      side *= 2;
      square = random(side, type);
    }
    return square;
  }

  private static Tensor random(int side, DType type) {
    float[] values = new float[side * side];
    Rng rng = Rng.of(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.nextDouble();
    }
    return Tensor.of(values, side, side).to(type);
  }

  private static double productSeconds(Tensor square) {
    return seconds(() -> Functional.matrixProduct(square, square));
  }

  private static double flopsPerSecond(Tensor square) {
    double side = square.size(0);
    return 2 * side * side * side / productSeconds(square);
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
    return new WorkerProtocol.Ready(true, "ceilings", Engine.version(), 0);
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
      fp32.add(flopsPerSecond(single));
      bf16.add(flopsPerSecond(half));
      double bytes = 2.0 * COPIED * DType.FLOAT32.bytes();
      copy.add(bytes / seconds(() -> target.inPlace().copy(source)));
    }
    return new WorkerProtocol.Ceiling(fp32, bf16, copy);
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
