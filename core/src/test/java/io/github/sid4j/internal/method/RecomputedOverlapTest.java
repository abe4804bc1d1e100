package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.execution.Overlap;
import io.github.sid4j.internal.execution.RecomputedOverlap;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.SmallProblem;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages that are computed again give what kept ones give, from less memory. */
@Tag("slow")
class RecomputedOverlapTest {
  private static final int BATCH = 64;
  private static final int ROUNDS = 3;
  private static final int WIDE = 1 << 17;

  private static final int CHANNELS = 8;

  /** What a stage's hidden layer keeps for its backward: 32 MB. */
  private static final long GRAPH_BYTES = 4L * BATCH * WIDE;

  /** Java's compilers take and give back memory of their own meanwhile. */
  private static final long COMPILERS_BYTES = 12L << 20;

  @ParameterizedTest
  @CsvSource({
    "STAGED,1",
    "STAGED,2",
    "STAGED,3",
    "STAGED,4",
    "STAGED_IMAGES,1",
    "STAGED_IMAGES,2",
    "STAGED_IMAGES,3"
  })
  void theBitsAreThoseOfStagesThatAreKept(SmallCascade kind, int overlap) {
    assertThat(bits(kind, overlap, /* recompute= */ true))
        .usingRecursiveComparison()
        .isEqualTo(bits(kind, overlap, /* recompute= */ false));
  }

  private static Execution execution(int overlap, boolean recompute) {
    return recompute ? new RecomputedOverlap(overlap) : new Overlap(overlap);
  }

  /** Gradients, and with batch norm the statistics, which are learned once. */
  private static Map<String, double[]> bits(SmallCascade kind, int overlap, boolean recompute) {
    try (Scope scope = Scope.open();
        Pass training = Pass.training(1, 2)) {
      SmallProblem problem = SmallProblem.of(kind, Divergence.FORWARD, 32);
      Map<String, double[]> bits =
          new LinkedHashMap<>(
              problem.gradients(
                  optimizers ->
                      new Sid(
                          problem.cascade(),
                          problem.objective(),
                          optimizers,
                          execution(overlap, recompute))));
      problem
          .cascade()
          .state()
          .byName()
          .forEach((name, state) -> bits.put("state " + name, state.toDoubles()));
      return bits;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,1", "3,1", "5,2", "6,2", "9,2", "12,2", "5,3", "9,3", "13,3", "6,4", "12,4", "6,5", "6,6",
    "6,9"
  })
  void theyAreSoInLongerCascades(int stages, int overlap) {
    assertThat(gradients(stages, overlap, /* recompute= */ true))
        .hasSize(stages)
        .usingRecursiveComparison()
        .isEqualTo(gradients(stages, overlap, /* recompute= */ false));
  }

  private static Map<Integer, List<double[]>> gradients(
      int stages, int overlap, boolean recompute) {
    Map<Integer, List<double[]>> found = new HashMap<>();
    run(
        wide(stages, /* width= */ 9),
        execution(overlap, recompute),
        new long[] {4},
        (index, gradients) -> found.put(index, gradients.stream().map(Tensor::toDoubles).toList()));
    return found;
  }

  @ParameterizedTest
  @CsvSource({"2", "3"})
  void theGraphOfOneStageIsThereAtATime(int overlap) {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    assertThat(mostBeyondOwn(overlap, /* recompute= */ false))
        .isGreaterThan((overlap - 1) * GRAPH_BYTES - COMPILERS_BYTES);
    assertThat(mostBeyondOwn(overlap, /* recompute= */ true)).isLessThan(COMPILERS_BYTES);
  }

  /** The most memory that is in use when a stage's own graph is gone: that of the others. */
  private static long mostBeyondOwn(int overlap, boolean recompute) {
    return mostBeyondOwn(wide(4, WIDE), execution(overlap, recompute), 4);
  }

  /** The median of rounds, since what other tests left may be freed during one of them. */
  private static long mostBeyondOwn(Cascade cascade, Execution execution, long... sample) {
    run(cascade, execution, sample, (index, gradients) -> {}); // What is made once is there then.
    return LongStream.range(0, ROUNDS)
        .map(round -> mostOfOneRound(cascade, execution, sample))
        .sorted()
        .toArray()[ROUNDS / 2];
  }

  private static long mostOfOneRound(Cascade cascade, Execution execution, long... sample) {
    long before = NativeMemory.inUseBytes().getAsLong();
    List<Long> inUse = new ArrayList<>();
    run(
        cascade,
        execution,
        sample,
        (index, gradients) -> {
          long own = gradients.stream().mapToLong(g -> g.count() * g.type().bytes()).sum();
          inUse.add(NativeMemory.inUseBytes().getAsLong() - own - before);
        });
    return Collections.max(inUse);
  }

  @Test
  void whatPassesBetweenStagesDoesNotAddUp() {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    Execution execution = new RecomputedOverlap(2);
    assertThat(mostBeyondOwn(handingOnMuch(14), execution, CHANNELS, 64, 128))
        .isLessThan(
            mostBeyondOwn(handingOnMuch(8), execution, CHANNELS, 64, 128) + COMPILERS_BYTES);
  }

  /** Stages that hand 16 MB on. */
  private static Cascade handingOnMuch(int stages) {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return cascade(
        stages,
        () -> {
          Sequential layers =
              Sequential.empty().then("conv", new Conv2d(CHANNELS, CHANNELS, 1, init));
          return new StageModule(
              new Stage(layers, CHANNELS, Operation.GLOBAL_AVERAGE, 0, 1),
              Head.of(Operation.GLOBAL_AVERAGE, CHANNELS, SmallCascade.CLASSES, 4, init));
        });
  }

  private static Cascade wide(int stages, int width) {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return cascade(stages, () -> wideStage(width, init));
  }

  private static Cascade cascade(int stages, Supplier<BeliefModule> stage) {
    return new Cascade(
        Operation.IDENTITY, Stream.generate(stage).limit(stages).toList(), SmallCascade.CLASSES);
  }

  /** Hands four numbers on, and keeps others for its backward. */
  private static BeliefModule wideStage(int width, Initializer init) {
    Sequential layers = Sequential.empty().then("mlp", new Mlp(4, width, 4, init));
    return new StageModule(
        new Stage(layers, 4, Operation.IDENTITY, 0, 1),
        Head.of(Operation.IDENTITY, 4, SmallCascade.CLASSES, 4, init));
  }

  /** One batch, whose gradients of modules are handed out. */
  private static void run(
      Cascade cascade,
      Execution execution,
      long[] sample,
      BiConsumer<Integer, List<Tensor>> modules) {
    Engine.useThreads(1);
    long[] shape = LongStream.concat(LongStream.of(BATCH), LongStream.of(sample)).toArray();
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(2);
      execution.run(
          cascade,
          Objective.constant(Divergence.FORWARD, 0, 0.5, cascade.depth()),
          draw.tensor(DType.FLOAT32, 1, shape),
          draw.target(BATCH, SmallCascade.CLASSES, 0, DType.FLOAT32),
          new Execution.Updates() {
            @Override
            public void module(int index, List<Tensor> gradients) {
              modules.accept(index, gradients);
            }

            @Override
            public void extractor(List<Tensor> gradients) {
              throw new AssertionError("there is none");
            }
          });
    }
  }
}
