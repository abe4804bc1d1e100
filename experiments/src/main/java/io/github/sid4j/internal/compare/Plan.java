package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All cells of a comparison, known and checked before any of them runs.
 *
 * @param configurations in the order of the runs and, within each, of the grid's last axis first
 * @param varying names of the settings that differ between cells
 */
record Plan(List<GridPoint> configurations, List<String> varying) {
  private static final int MOST = 10_000;

  /**
   * Lays out a specification.
   *
   * @param overrides settings from the command line, before all else
   * @throws InputException if a cell cannot be run, and such cells are not to be kept
   */
  static Plan of(Spec spec, List<Assignment> overrides) {
    List<Assignment> checked = overrides.stream().map(Assignment::canonical).toList();
    List<String> varying = varying(spec);
    refuse(checked, varying);
    CellMaker maker = new CellMaker(spec, checked, varying);
    List<GridPoint> configurations = new ArrayList<>();
    spec.runs()
        .forEach(
            (run, own) ->
                points(spec.grid(), own)
                    .forEach(point -> configurations.add(configuration(maker, spec, run, point))));
    Plan plan = new Plan(List.copyOf(configurations), varying);
    plan.check(spec);
    return plan;
  }

  /** The axes, and what the search chooses. */
  private static List<String> varying(Spec spec) {
    Set<String> names = new LinkedHashSet<>(spec.grid().keySet());
    spec.search()
        .ifPresent(
            search ->
                search.candidates().values().stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .forEach(setting -> names.add(setting.name())));
    return List.copyOf(names);
  }

  private static void refuse(List<Assignment> overrides, List<String> varying) {
    for (Assignment override : overrides) {
      boolean reserved = SpecReader.RESERVED.contains(override.name());
      if (reserved || varying.contains(override.name())) {
        throw new InputException(
            override.place(),
            "a setting that is the same for all cells",
            reserved ? "one that the comparison decides" : "one that differs between them",
            "change it in the specification");
      }
    }
  }

  /** The points of the grid, without the axes that a run sets for itself. */
  static List<List<Assignment>> points(Map<String, List<Assignment>> grid, List<Assignment> own) {
    List<List<Assignment>> points = List.of(List.of());
    for (Map.Entry<String, List<Assignment>> axis : grid.entrySet()) {
      if (CellMaker.names(own, axis.getKey())) {
        continue;
      }
      List<List<Assignment>> longer = new ArrayList<>();
      for (List<Assignment> point : points) {
        for (Assignment value : axis.getValue()) {
          List<Assignment> one = new ArrayList<>(point);
          one.add(value);
          longer.add(List.copyOf(one));
        }
      }
      points = longer;
      if (points.size() > MOST) {
        throw new InputException(
            axis.getValue().get(0).place(),
            "a grid of at most " + MOST + " points",
            "more",
            "give the axes fewer values");
      }
    }
    return points;
  }

  private static GridPoint configuration(
      CellMaker maker, Spec spec, String run, List<Assignment> point) {
    List<GridPoint.Candidate> candidates =
        spec.search().stream()
            .flatMap(
                search ->
                    search.candidates().get(run).stream()
                        .map(
                            settings ->
                                new GridPoint.Candidate(
                                    maker.trial(run, point, settings, search),
                                    spec.seeds().stream()
                                        .map(seed -> maker.cell(run, point, settings, seed))
                                        .toList())))
            .toList();
    return new GridPoint(
        run, spec.seeds().stream().map(seed -> maker.open(run, point, seed)).toList(), candidates);
  }

  /** Every cell that may be run, each once. */
  List<Cell> possible() {
    List<Cell> cells = new ArrayList<>(trials());
    for (GridPoint configuration : configurations) {
      if (configuration.candidates().isEmpty()) {
        cells.addAll(configuration.cells());
      }
      configuration.candidates().forEach(candidate -> cells.addAll(candidate.cells()));
    }
    return cells;
  }

  /** The cells of the search, each once: several configurations may share one. */
  List<Cell> trials() {
    return configurations.stream()
        .flatMap(configuration -> configuration.candidates().stream())
        .map(GridPoint.Candidate::trial)
        .distinct()
        .toList();
  }

  private void check(Spec spec) {
    Map<String, Cell> byId = new HashMap<>();
    Set<String> defined = new LinkedHashSet<>();
    for (Cell cell : possible()) {
      Cell before = byId.putIfAbsent(cell.id(), cell);
      if (before != null) {
        throw new InputException(
            "cell " + cell.id(),
            "another name for each cell",
            "two called so",
            "give labels that differ in letters or digits, and each candidate once");
      }
      if (cell.refusal().isPresent() && !spec.keepsUndefined()) {
        throw InputException.read(cell.refusal().get())
            .in("cell " + cell.id())
            .or("keep such cells as undefined: add undefined: keep");
      }
      cell.settings().ifPresent(settings -> defined.add(cell.run()));
      if (cell.searching()) {
        cell.settings().ifPresent(settings -> checkValidation(cell, settings));
      }
    }
    for (GridPoint configuration : configurations) {
      if (!defined.contains(configuration.run())) {
        Cell any =
            possible().stream()
                .filter(one -> one.run().equals(configuration.run()))
                .findFirst()
                .get();
        throw InputException.read(any.refusal().orElseThrow())
            .in("run " + configuration.run() + ", as in every other cell of it");
      }
    }
  }

  private static void checkValidation(Cell cell, Settings settings) {
    if (settings.get(DataSetting.VALIDATION) == 0) {
      throw new InputException(
          "cell " + cell.id() + ", validation",
          "a number above 0 with a search, which chooses by it",
          "0",
          "leave it out");
    }
  }
}
