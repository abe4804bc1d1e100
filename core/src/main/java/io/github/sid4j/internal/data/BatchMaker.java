package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes the batches of an epoch, each as a function of its index alone, in rising order from the
 * first one on.
 */
public final class BatchMaker implements AutoCloseable {
  private static final long AUGMENTATION = 0xDA7A_0003L;
  private static final long LASTING = 0xDA7A_0007L;

  private final Examples examples;
  private final EpochPlan plan;
  private final int[] order;
  private final ExamplePass pass;

  private BatchMaker(Examples examples, EpochPlan plan, int[] order) {
    this.examples = examples;
    this.plan = plan;
    this.order = order;
    long first = (long) plan.firstBatch() * plan.batchSize();
    this.pass = examples.pass(order, (int) Math.min(first, order.length));
  }

  public static BatchMaker shuffled(Examples examples, EpochPlan plan) {
    return new BatchMaker(examples, plan, EpochOrder.of(examples, plan));
  }

  public static BatchMaker sequential(Examples examples, int batchSize) {
    EpochPlan plan = new EpochPlan(batchSize, false, Augmentation.NONE, 0, 0, 0);
    return new BatchMaker(examples, plan, IntStream.range(0, examples.size()).toArray());
  }

  public int firstBatch() {
    return plan.firstBatch();
  }

  public int batches() {
    return plan.batches(examples.size());
  }

  public Batch make(int index) {
    int start = index * plan.batchSize();
    int size = Math.min(plan.batchSize(), order.length - start);
    int[] shape = examples.shape();
    int features = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] padding = examples.padding();
    float[] values = new float[Math.multiplyExact(size, features)];
    int[] labels = new int[size];
    int[] trueLabels = new int[size];
    for (int i = 0; i < size; i++) {
      int example = order[start + i];
      pass.read(start + i, plan.seed(), plan.epoch(), values, i * features);
      labels[i] = examples.label(example);
      trueLabels[i] = examples.trueLabel(example);
      plan.augmentation().apply(values, i * features, shape, padding, turn(example));
    }
    boolean wrong = !Arrays.equals(labels, trueLabels);
    int[] indices = Arrays.copyOfRange(order, start, start + size);
    InputEncoding.Padded read =
        examples
            .encoding()
            .map(encoding -> encoding.padded(values, size))
            .orElseGet(() -> new InputEncoding.Padded(values, shape));
    return new Batch(
        read.values(), labels, wrong ? trueLabels : labels, indices, size, read.shape());
  }

  private Augmentation.Turn turn(int example) {
    return new Augmentation.Turn(
        plan.epoch(),
        Rng.of(plan.seed(), AUGMENTATION, plan.epoch(), example),
        Rng.of(plan.seed(), LASTING, example));
  }

  /** Ends what reads ahead. */
  @Override
  public void close() {
    pass.close();
  }
}
