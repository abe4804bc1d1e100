package io.github.sid4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.cascade.Head;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Wherever cuts come from, they are some that the network can be cut at. */
class CuttingTest {
  private static final int WIDTH = 3;

  @BeforeContainer
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static Backbone own(int blocks) {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return new Backbone(
        IntStream.range(0, blocks)
            .mapToObj(
                i ->
                    new Block(
                        Sequential.empty().then("fc" + i, new Linear(WIDTH, WIDTH, init)),
                        WIDTH,
                        WIDTH * WIDTH))
            .toList(),
        Operation.IDENTITY);
  }

  /** Every block in one stage, in order, and no stage without. */
  private static void checkWhole(Backbone backbone, List<Stage> stages, int count) {
    assertThat(stages).hasSize(count).noneMatch(stage -> stage.layers().parts().isEmpty());
    assertThat(stages.stream().flatMap(stage -> stage.layers().parts().keySet().stream()))
        .containsExactlyElementsOf(
            IntStream.range(0, backbone.blocks().size()).mapToObj(i -> "fc" + i).toList());
  }

  private static Cascade cascade(List<Stage> stages) {
    Initializer init = new Initializer(1, DType.FLOAT32);
    return new Cascade(
        Operation.IDENTITY,
        stages.stream()
            .map(stage -> new StageModule(stage, Head.of(stage.pooling(), WIDTH, 2, 2, init)))
            .toList(),
        2);
  }

  @Property(tries = 100)
  void anyCostsGiveStages(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1e12) Double> costs,
      @ForAll @IntRange(min = 1, max = 12) int wanted) {
    try (Scope scope = Scope.open()) {
      Backbone own = own(costs.size());
      int count = Math.min(wanted, costs.size());
      double[] measured = costs.stream().mapToDouble(cost -> cost).toArray();
      checkWhole(own, own.withCosts(measured).stages(count), count);
    }
  }

  @Property(tries = 6)
  void whatIsMeasuredGivesStages(
      @ForAll @IntRange(min = 1, max = 6) int blocks,
      @ForAll @IntRange(min = 1, max = 6) int wanted) {
    int count = Math.min(wanted, blocks);
    for (String balance : List.of("multiplications", "time", "memory")) {
      if (balance.equals("memory") && NativeMemory.inUseBytes().isEmpty()) {
        continue;
      }
      try (Scope scope = Scope.open()) {
        Settings settings =
            Settings.parse(
                Map.of(
                    "topology", "staged", "stages", "" + count, "balance", balance, "batch", "4"));
        Backbone own = own(blocks);
        List<Stage> stages = Cutting.stages(settings, own, new int[] {WIDTH});
        checkWhole(own, stages, count);
        Settings kept = Cutting.kept(settings, cascade(stages)).check();
        assertThat(Cutting.stages(kept, own, new int[] {WIDTH}))
            .extracting(Stage::firstBlock)
            .isEqualTo(stages.stream().map(Stage::firstBlock).toList());
      }
    }
  }

  @Property(tries = 50)
  void givenPlacesAreThoseOfTheStages(
      @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 6) Integer> drawn) {
    List<Integer> cuts = drawn.stream().sorted().toList();
    try (Scope scope = Scope.open()) {
      String text = cuts.stream().map(String::valueOf).collect(Collectors.joining(","));
      Settings settings =
          Settings.parse(Map.of("topology", "staged", "cuts", text))
              .with(ModelSetting.STAGES, cuts.size() + 1);
      Backbone own = own(7);
      List<Stage> stages = Cutting.stages(settings, own, new int[] {WIDTH});
      checkWhole(own, stages, cuts.size() + 1);
      assertThat(Cutting.places(cascade(stages))).isEqualTo(cuts);
    }
  }

  @Property(tries = 1)
  void ofStagesOfTwoBackbonesNothingIsKept() {
    try (Scope scope = Scope.open()) {
      List<Stage> both = new ArrayList<>(own(3).stages(2));
      both.addAll(own(4).stages(2));
      Settings settings = Settings.parse(Map.of("topology", "staged"));
      assertThat(Cutting.kept(settings, cascade(both))).isEqualTo(settings);
    }
  }
}
