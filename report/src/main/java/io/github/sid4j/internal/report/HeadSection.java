package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was compared, on which machine, with what, and when. */
final class HeadSection {
  private static final int COMMIT = 12;
  private static final int DATE = 10;

  private HeadSection() {}

  static Element of(Study study, String title) {
    Element facts = Element.of("dl").classed("facts");
    fact(facts, "Data", data(study));
    fact(
        facts,
        study.configurations().size() == 1 ? "Method" : "Compared",
        words(study.configurations(), SeedGroup::label));
    fact(facts, "Runs", runs(study));
    fact(
        facts,
        "Seeds",
        study.runs().stream()
            .map(run -> run.entry().seed())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", ")));
    List<Provenance> all = study.runs().stream().flatMap(run -> run.provenance().stream()).toList();
    fact(
        facts,
        "Machine",
        words(all, one -> "%s, %s, %s".formatted(one.cpu(), cores(one.cores()), one.os())));
    fact(facts, "Threads", words(all, one -> one.threads() + " in " + one.precision()));
    fact(facts, "sid4j", words(all, HeadSection::version));
    fact(
        facts,
        "On",
        words(all, one -> "Java %s, libtorch %s".formatted(one.javaVersion(), one.libtorch())));
    fact(facts, "Date", dates(all));
    return Element.of("header", Element.of("h1", title), findings(study), facts);
  }

  /** What is not finished says less of its data, and is asked only where nothing else is. */
  private static String data(Study study) {
    return study.comparisons().stream()
        .flatMap(
            one -> {
              List<String> facts =
                  one.finished().stream()
                      .flatMap(same -> same.finished().stream())
                      .flatMap(run -> DataWords.facts(run).stream())
                      .toList();
              return facts.isEmpty() ? Stream.of(one.dataset()) : facts.stream();
            })
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static Element findings(Study study) {
    Element lead = Element.of("div").classed("lead");
    for (DatasetComparison comparison : study.comparisons()) {
      String on = study.comparisons().size() > 1 ? "On " + comparison.dataset() : "";
      List<DatasetComparison> parts = comparison.byNoise();
      for (DatasetComparison part : parts) {
        String labels =
            parts.size() == 1 ? "" : part.labels().isEmpty() ? "right labels" : part.labels();
        String where =
            labels.isEmpty() ? on : on.isEmpty() ? "With " + labels : on + " with " + labels;
        lead.add(Element.of("p", (where.isEmpty() ? "" : where + ": ") + Finding.of(part)));
      }
    }
    return lead;
  }

  private static void fact(Element facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value)));
    }
  }

  private static <T> String words(Collection<T> of, Function<T, String> word) {
    return of.stream().map(word).distinct().collect(Collectors.joining("; "));
  }

  private static String runs(Study study) {
    return Stream.of(ReportedRun.State.values())
        .map(
            state -> {
              long count = study.runs().stream().filter(run -> run.state() == state).count();
              return count == 0 ? "" : count + " " + state.word();
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String cores(int count) {
    return Texts.count(count, "core");
  }

  private static String version(Provenance one) {
    String commit = one.commit();
    return "%s, commit %s%s"
        .formatted(
            one.version(),
            commit.substring(0, Math.min(COMMIT, commit.length())),
            one.dirty() ? " and changes" : "");
  }

  /** The days from the first to the last run's beginning. */
  private static String dates(List<Provenance> all) {
    List<String> days =
        all.stream()
            .map(one -> one.started().substring(0, Math.min(DATE, one.started().length())))
            .sorted()
            .distinct()
            .toList();
    return days.size() < 2
        ? String.join("", days)
        : days.get(0) + " to " + days.get(days.size() - 1);
  }
}
