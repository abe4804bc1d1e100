package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Map<String, List<Assignment>> SID = Map.of("SID", List.of());

  private static Assignment set(String pair) {
    return Assignment.of(pair).canonical();
  }

  private static Spec spec(
      Map<String, List<Assignment>> runs,
      Map<String, List<Assignment>> grid,
      List<Long> seeds,
      boolean keep) {
    return new Spec("x", "", List.of(), runs, grid, seeds, Optional.empty(), keep, 1 << 20);
  }

  private static List<String> ids(Spec spec) {
    return Plan.of(spec, List.of()).possible().stream().map(Cell::id).toList();
  }

  @Property(tries = 100)
  void everyPointHasACellOfItsOwnWhoseNameStaysWhenTheGridGrows(
      @ForAll @Size(min = 1, max = 3) Set<@IntRange(min = 1, max = 64) Integer> modules,
      @ForAll @Size(min = 1, max = 3) Set<@IntRange(min = 1, max = 99) Integer> rates,
      @ForAll @Size(min = 1, max = 3) Set<@IntRange(min = 0, max = 9) Integer> seeds) {
    Map<String, List<Assignment>> grid = new LinkedHashMap<>();
    grid.put("modules", modules.stream().map(value -> set("modules=" + value)).toList());
    grid.put("lr", rates.stream().map(value -> set("lr=" + value / 100.0)).toList());
    List<Long> numbers = seeds.stream().map(Integer::longValue).toList();
    Map<String, List<Assignment>> runs = new LinkedHashMap<>(SID);
    runs.put("fixed", List.of(set("lr=0.5")));
    List<String> ids = ids(spec(runs, grid, numbers, false));
    // The run that sets the rate itself is not taken along that axis.
    assertThat(ids)
        .hasSize(modules.size() * (rates.size() + 1) * seeds.size())
        .doesNotHaveDuplicates();

    List<Assignment> more = new ArrayList<>(grid.get("lr"));
    more.add(0, set("lr=7"));
    grid.put("lr", more);
    assertThat(ids(spec(runs, grid, numbers, false))).containsSubsequence(ids);
  }

  @Test
  void namesAreReadableAndCommandsWhole() {
    Spec spec =
        spec(
            Map.of("backprop (SGD)", List.of(set("method=backprop"), set("data=a b"))),
            Map.of("modules", List.of(set("modules=2"))),
            List.of(3L),
            false);
    Cell cell = Plan.of(spec, List.of(set("download=true"))).possible().get(0);
    assertThat(cell.id()).isEqualTo("backprop-sgd_modules=2_seed=3");
    assertThat(cell.command())
        .isEqualTo(
            "./sid train --modules=2 --method=backprop '--data=a b' --download"
                + " --keep-checkpoints=1 --precision=fp32 --threads=1 --seed=3");
  }

  @Test
  void aLongNameIsCutAndStaysDifferentFromOthers() {
    String alpha = String.join(",", java.util.Collections.nCopies(60, "0.5"));
    List<Assignment> values = List.of(set("alpha=" + alpha), set("alpha=" + alpha + ",0.4"));
    assertThat(values.stream().map(value -> Slug.bounded(value.text())).distinct())
        .hasSize(2)
        .allMatch(name -> name.length() < 120);
  }

  @Test
  void cellsThatTheRulesRefuseAreReportedBeforeAnythingRuns() {
    Map<String, List<Assignment>> grid =
        Map.of("topology", List.of(set("topology=staged"), set("topology=shared")));
    Map<String, List<Assignment>> dgl = Map.of("dgl", List.of(set("method=dgl")));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Plan.of(spec(dgl, grid, List.of(1L), false), List.of()))
        .withMessageStartingWith(
            "cell dgl_topology=shared_seed=1: topology: expected staged with method dgl, found shared");
    assertThat(Plan.of(spec(dgl, grid, List.of(1L), true), List.of()).possible())
        .extracting(cell -> cell.refusal().isPresent())
        .containsExactly(false, true);
    Map<String, List<Assignment>> never =
        Map.of("dgl", List.of(set("method=dgl"), set("topology=shared")));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Plan.of(spec(never, Map.of(), List.of(1L), true), List.of()))
        .withMessageContaining("as in every other cell of it");
  }

  @Test
  void labelsThatGiveTheSameNameAreRefused() {
    Map<String, List<Assignment>> runs = Map.of("a b", List.of(), "a-b", List.of());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ids(spec(runs, Map.of(), List.of(1L), false)))
        .withMessageContaining("found two called so");
  }

  @Test
  void theCommandLineChangesNothingThatDiffersBetweenCells() {
    Spec spec = spec(SID, Map.of("lr", List.of(set("lr=1"))), List.of(1L), false);
    Stream.of("lr=2", "seed=3", "out=x")
        .forEach(
            pair ->
                assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> Plan.of(spec, List.of(Assignment.of(pair))))
                    .withMessageContaining(pair.split("=", -1)[0] + ": expected"));
  }

  @Test
  void aSearchAtOnePointOfAnAxisIsSharedByAll() {
    List<List<Assignment>> candidates = List.of(List.of(set("lr=1")), List.of(set("lr=2")));
    Map<String, List<Assignment>> grid =
        Map.of("label-smoothing", List.of(set("label-smoothing=0"), set("label-smoothing=0.1")));
    Spec spec =
        new Spec(
            "x",
            "",
            List.of(),
            SID,
            grid,
            List.of(1L),
            Optional.of(
                new Spec.Search(4, List.of(set("label-smoothing=0")), Map.of("SID", candidates))),
            false,
            1);
    Plan plan = Plan.of(spec, List.of());
    assertThat(plan.trials())
        .extracting(Cell::id)
        .containsExactly("search_sid_lr=1_seed=4", "search_sid_lr=2_seed=4");
    assertThat(plan.configurations()).hasSize(2);
    assertThat(plan.configurations().get(1).candidates().get(1).cells().get(0).id())
        .isEqualTo("sid_label-smoothing=0.1_lr=2_seed=1");
  }
}
