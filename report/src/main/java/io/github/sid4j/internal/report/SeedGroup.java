package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.statistics.Sample;
import io.github.sid4j.internal.run.TestGallery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs that differ in nothing but their seeds.
 *
 * @param number on the page, from 1
 * @param series how it looks in charts
 * @param label its name
 * @param varying the settings in which it differs from the others, without the seed
 * @param runs in the order of the entries
 */
record SeedGroup(
    int number, Series series, String label, Map<String, String> varying, List<ReportedRun> runs) {
  /** The place on the page that shows it. */
  String id() {
    return "configuration-" + number;
  }

  /** The runs that numbers are made of: of each seed the first that is finished. */
  List<ReportedRun> finished() {
    Map<Long, ReportedRun> bySeed = new TreeMap<>();
    for (ReportedRun run : runs) {
      if (run.result().isPresent()) {
        bySeed.putIfAbsent(run.entry().seed(), run);
      }
    }
    return List.copyOf(bySeed.values());
  }

  /** Whether its runs answer with the weights of the last epoch, not of the best one. */
  boolean keepsLast() {
    return runs.stream().allMatch(ReportedRun::keepsLast);
  }

  /** Finite values by seed. */
  Map<Long, Double> values(ComparedMeasure measure) {
    Map<Long, Double> values = new TreeMap<>();
    for (ReportedRun run : finished()) {
      double value = measure.of(run.result().orElseThrow());
      if (Double.isFinite(value)) {
        values.put(run.entry().seed(), value);
      }
    }
    return values;
  }

  Sample sample(ComparedMeasure measure) {
    return Sample.of(values(measure).values());
  }

  /**
   * The runs whose course is drawn: the finished ones or, before there are any, all with epochs.
   */
  List<ReportedRun> drawn() {
    List<ReportedRun> finished = finished();
    return finished.isEmpty()
        ? runs.stream().filter(run -> !run.epochs().isEmpty()).toList()
        : finished;
  }

  /** Its name where it is drawn. */
  String legend() {
    return finished().isEmpty() ? label + " (not finished)" : label;
  }

  /** Of the first finished run that has test samples to look at. */
  Optional<TestGallery> gallery() {
    return finished().stream().flatMap(run -> run.gallery().stream()).findFirst();
  }

  /** Whether all examples of a run are among the samples that the gallery is least sure of. */
  boolean galleryHasExamplesOf(ReportedRun run) {
    List<Integer> shown =
        gallery().stream()
            .flatMap(all -> all.leastSure().stream())
            .map(TestGallery.GallerySample::index)
            .toList();
    return run.beliefs().stream()
        .flatMap(all -> all.examples().stream())
        .allMatch(example -> shown.contains(example.index()));
  }

  /** A finished run with examples of beliefs, the first of them. */
  Optional<ReportedRun> withBeliefs() {
    return finished().stream().filter(run -> run.beliefs().isPresent()).findFirst();
  }
}
