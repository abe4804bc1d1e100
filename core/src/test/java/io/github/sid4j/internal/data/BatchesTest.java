package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchesTest {
  /** Adds what only this example's own stream gives. */
  private static final Augmentation NOISE =
      (values, offset, shape, padding, rng) -> values[offset] += (float) rng.nextDouble() / 2;

  @Property(tries = 100)
  void whatIsMadeAheadIsWhatIsMadeOnDemand(
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = 1, max = 12) int batchSize,
      @ForAll boolean dropLast,
      @ForAll long seed) {
    Examples examples = TestData.indices(size);
    EpochPlan plan = new EpochPlan(batchSize, dropLast, NOISE, seed, 3, 0);
    List<Batch> ahead = all(Batches.shuffled(examples, plan));
    BatchMaker maker = BatchMaker.shuffled(examples, plan);
    assertThat(ahead).hasSize(plan.batches(size));
    for (int i = 0; i < ahead.size(); i++) {
      assertSame(ahead.get(i), maker.make(i));
    }
  }

  @Property(tries = 100)
  void resumingWithinAnEpochGivesItsTail(@ForAll @IntRange(max = 5) int first, @ForAll long seed) {
    Examples examples = TestData.indices(23);
    List<Batch> full = all(Batches.shuffled(examples, new EpochPlan(5, false, NOISE, seed, 1, 0)));
    List<Batch> tail =
        all(Batches.shuffled(examples, new EpochPlan(5, false, NOISE, seed, 1, first)));
    assertThat(tail).hasSize(5 - first);
    for (int i = 0; i < tail.size(); i++) {
      assertSame(tail.get(i), full.get(first + i));
    }
  }

  @Test
  void everyExampleComesOnceWithItsLabelInAnOrderThatChangesByEpochAndSeed() {
    Examples examples = TestData.indices(20);
    List<Float> order = order(examples, 1, 0);
    assertThat(order).hasSize(20).doesNotHaveDuplicates();
    assertThat(order(examples, 1, 0)).isEqualTo(order);
    assertThat(order(examples, 1, 1)).isNotEqualTo(order);
    assertThat(order(examples, 2, 0)).isNotEqualTo(order);
    Batch batch = BatchMaker.shuffled(examples, plan(20, 1, 0)).make(0);
    for (int i = 0; i < 20; i++) {
      assertThat(batch.labels()[i]).isEqualTo((int) batch.values()[i] % 2);
    }
  }

  @Test
  void anAugmentedExampleDoesNotDependOnTheBatchSize() {
    Examples examples = TestData.indices(12);
    List<Float> small = new ArrayList<>();
    List<Float> large = new ArrayList<>();
    all(Batches.shuffled(examples, new EpochPlan(3, true, NOISE, 1, 0, 0)))
        .forEach(batch -> addValues(batch, small));
    all(Batches.shuffled(examples, new EpochPlan(12, true, NOISE, 1, 0, 0)))
        .forEach(batch -> addValues(batch, large));
    assertThat(small).isEqualTo(large);
  }

  @Test
  void aSequentialPassKeepsOrderAndRest() {
    List<Batch> batches = all(Batches.sequential(TestData.indices(5), 2));
    assertThat(batches).extracting(Batch::size).containsExactly(2, 2, 1);
    assertThat(batches.get(2).values()).containsExactly(4);
    assertThat(batches.get(2).shape()).containsExactly(1);
    assertThat(all(Batches.sequential(TestData.indices(0), 2))).isEmpty();
  }

  @Test
  void theRestIsLeftOutUnlessItIsAllThereIs() {
    assertThat(plan(4, 1, 0).batches(11)).isEqualTo(2);
    assertThat(plan(4, 1, 0).batches(3)).isEqualTo(1);
    assertThat(new EpochPlan(4, false, NOISE, 1, 0, 0).batches(11)).isEqualTo(3);
  }

  @Test
  void theFirstFailureReachesTheConsumerAfterTheBatchesBeforeIt() {
    Augmentation failing =
        (values, offset, shape, padding, rng) -> {
          if (values[offset] == 7) {
            throw new IllegalStateException("seven");
          }
        };
    EpochPlan plan = new EpochPlan(1, true, failing, 1, 0, 0);
    List<Float> before = new ArrayList<>();
    try (Batches batches = Batches.shuffled(TestData.indices(10), plan)) {
      assertThatThrownBy(() -> batches.forEachRemaining(batch -> addValues(batch, before)))
          .hasMessage("seven");
      assertThatThrownBy(batches::next).hasMessage("seven");
    }
    List<Float> order = order(TestData.indices(10), 1, 0);
    assertThat(before).isEqualTo(order.subList(0, order.indexOf(7f)));
  }

  @Test
  void closingEarlyEndsTheThread() {
    AtomicReference<Thread> worker = new AtomicReference<>();
    Augmentation spy = (values, offset, shape, padding, rng) -> worker.set(Thread.currentThread());
    Batches batches =
        Batches.shuffled(TestData.indices(1000), new EpochPlan(1, true, spy, 1, 0, 0));
    batches.next();
    assertThat(worker.get().isDaemon()).isTrue();
    batches.close();
    assertThat(worker.get().isAlive()).isFalse();
    assertThatThrownBy(batches::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInterruptedWaitIsCancelledAndCounted() {
    CountDownLatch never = new CountDownLatch(1);
    Augmentation stuck =
        (values, offset, shape, padding, rng) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    EpochPlan plan = new EpochPlan(1, true, stuck, 1, 0, 0);
    try (Batches batches = Batches.shuffled(TestData.indices(3), plan)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(batches::next).isInstanceOf(CancellationException.class);
      assertThat(batches.waitedNanos()).isPositive();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void wrongUseIsRefused() {
    assertThatThrownBy(() -> plan(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    EpochPlan beyond = new EpochPlan(1, true, NOISE, 1, 0, 3);
    assertThatThrownBy(() -> Batches.shuffled(TestData.indices(2), beyond))
        .hasMessage("firstBatch must be at most 2, found 3");
    try (Batches none = Batches.sequential(TestData.indices(0), 1)) {
      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private static EpochPlan plan(int batchSize, long seed, int epoch) {
    return new EpochPlan(batchSize, true, Augmentation.NONE, seed, epoch, 0);
  }

  private static List<Float> order(Examples examples, long seed, int epoch) {
    List<Float> order = new ArrayList<>();
    all(Batches.shuffled(examples, plan(1, seed, epoch))).forEach(batch -> addValues(batch, order));
    return order;
  }

  private static void addValues(Batch batch, List<Float> into) {
    for (float value : batch.values()) {
      into.add(value);
    }
  }

  private static List<Batch> all(Batches batches) {
    List<Batch> all = new ArrayList<>();
    try (batches) {
      batches.forEachRemaining(all::add);
    }
    return all;
  }

  private static void assertSame(Batch found, Batch expected) {
    assertThat(found.values()).isEqualTo(expected.values());
    assertThat(found.labels()).isEqualTo(expected.labels());
    assertThat(found.size()).isEqualTo(expected.size());
  }

  @Test
  void aPassOverLargeImagesHasFewerInABatch() {
    assertThat(sizes(200, 3, 64, 64)).containsExactly(128, 72);
    assertThat(sizes(25, 3, 224, 224)).containsExactly(10, 10, 5);
    assertThat(sizes(2, 3, 1000, 1000)).containsExactly(1, 1);
  }

  private static List<Integer> sizes(int size, int... shape) {
    Examples blank =
        new Examples() {
          @Override
          public int size() {
            return size;
          }

          @Override
          public int[] shape() {
            return shape.clone();
          }

          @Override
          public int label(int index) {
            return 0;
          }

          @Override
          public void read(int index, float[] into, int offset) {
            // All are zeros.
          }
        };
    return all(Batches.once(blank)).stream().map(Batch::size).toList();
  }
}
