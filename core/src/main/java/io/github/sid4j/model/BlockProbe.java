package io.github.sid4j.model;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.MadeBytes;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures what the blocks of a backbone cost, on a random batch and with the threads of the
 * caller. Nothing is learned: parameters and running statistics stay as they are. Each block is
 * measured by itself, on a constant that the block before it gave, and without a head.
 *
 * <pre>{@code
 * BlockProbe probe = new BlockProbe(backbone, shape, 64, Precision.FP32);
 * List<Stage> stages = backbone.withCosts(probe.seconds()).stages(4);
 * }</pre>
 */
public final class BlockProbe {
  private static final int FEWEST_FOR_BATCH_NORM = 2;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 20;
  private static final long BUDGET_NANOS = 1_000_000_000L;

  private final List<Block> blocks;
  private final int[] shape;
  private final int samples;
  private final Precision precision;

  /**
   * Prepares the measuring.
   *
   * @param backbone of which each block reads what the one before it gives
   * @param shape of one example
   * @param samples in the batch, at least 1; more of them predict better what a large batch costs
   * @param precision that layers compute in
   */
  public BlockProbe(Backbone backbone, int[] shape, int samples, Precision precision) {
    this.blocks = backbone.blocks();
    this.shape = shape.clone();
    this.samples = samples;
    this.precision = precision;
  }

  /** One number for a block. */
  @FunctionalInterface
  private interface Meter {
    Reading read(Block block, Tensor x);
  }

  private record Reading(Tensor output, double cost) {}

  /**
   * The time of each block's forward and backward, for its parameters and, but for the first block,
   * its input.
   *
   * @return seconds, medians of at least 3 rounds
   */
  public double[] seconds() {
    return medians(this::time);
  }

  /**
   * The memory that each block's forward leaves in use until its backward: what it gives, and what
   * its graph keeps.
   *
   * @return bytes, medians of at least 3 rounds
   * @throws InputException if the C library does not report it, see {@link NativeMemory#inUseBytes}
   */
  public double[] bytes() {
    return bytes(NativeMemory::inUseBytes);
  }

  double[] bytes(Supplier<OptionalLong> inUse) {
    return medians((block, x) -> left(block, x, inUse));
  }

  /**
   * The memory of the tensors that each block's forward makes for two samples, which is close to
   * what {@link #bytes()} measures. It is counted in one pass, and the same on every machine.
   *
   * @return bytes
   */
  public double[] activations() {
    try (Scope scope = Scope.open()) {
      return round(InputTensors.random(FEWEST_FOR_BATCH_NORM, shape, Device.CPU), this::made);
    }
  }

  private Reading made(Block block, Tensor x) {
    try (MadeBytes made = MadeBytes.open()) {
      Tensor y = forward(block, x);
      return new Reading(y, made.total());
    }
  }

  private double[] medians(Meter meter) {
    try (Scope scope = Scope.open()) {
      Tensor input = InputTensors.random(samples, shape, Device.CPU);
      round(input, meter); // Kernels are made at their first use.
      List<double[]> rounds = new ArrayList<>();
      long begun = System.nanoTime();
      while (rounds.size() < LEAST_ROUNDS
          || (rounds.size() < MOST_ROUNDS && System.nanoTime() - begun < BUDGET_NANOS)) {
        rounds.add(round(input, meter));
      }
      return IntStream.range(0, blocks.size())
          .mapToDouble(
              i -> rounds.stream().mapToDouble(r -> r[i]).sorted().toArray()[rounds.size() / 2])
          .toArray();
    }
  }

  private double[] round(Tensor input, Meter meter) {
    double[] costs = new double[blocks.size()];
    try (Scope round = Scope.open();
        Pass training = Pass.training(0, 0);
        Pass teaching = Pass.teaching();
        Autograd.Mode recording = Autograd.on()) {
      Tensor h = input;
      for (int i = 0; i < costs.length; i++) {
        try (Scope scope = Scope.open()) {
          Tensor x = h.detach();
          Reading reading = meter.read(blocks.get(i), i == 0 ? x : x.requireGradient());
          costs[i] = reading.cost;
          h = scope.moveTo(round, reading.output.detach());
        }
      }
    }
    return costs;
  }

  private Tensor forward(Block block, Tensor x) {
    try (Precision.Mode mode = precision.open()) {
      return block.layers().forward(x);
    }
  }

  private Reading time(Block block, Tensor x) {
    List<Tensor> inputs = new ArrayList<>(block.layers().parameters().tensors());
    if (x.requiresGradient()) {
      inputs.add(x);
    }
    long begun = System.nanoTime();
    Tensor y = forward(block, x);
    long nanos = System.nanoTime() - begun;
    if (!inputs.isEmpty()) {
      // Dense and laid out as real gradients are; others take slower ways.
      Tensor seed = y.copy();
      begun = System.nanoTime();
      Autograd.gradients(y, seed, inputs);
      nanos += System.nanoTime() - begun;
    }
    return new Reading(y, nanos / 1e9);
  }

  private Reading left(Block block, Tensor x, Supplier<OptionalLong> inUse) {
    long before = bytesInUse(inUse);
    Tensor y = forward(block, x);
    // What else the process frees at that moment can be more.
    return new Reading(y, Math.max(0, bytesInUse(inUse) - before));
  }

  private static long bytesInUse(Supplier<OptionalLong> inUse) {
    return inUse
        .get()
        .orElseThrow(
            () ->
                InputException.ofSetting(
                    "balance",
                    "multiplications or time, since this C library does not report its memory in use",
                    "memory",
                    "choose one of these, or use GNU's C library, 2.33 or newer"));
  }
}
