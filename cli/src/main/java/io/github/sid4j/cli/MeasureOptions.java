package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.bench.BenchPlan.Measurement;
import io.github.sid4j.internal.bench.Configuration;
import io.github.sid4j.internal.bench.Workload;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.settings.MethodTrait;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The flag that says what {@code sid bench} measures. */
final class MeasureOptions {
  private static final List<String> WORDS =
      Stream.of(Measurement.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "WHAT",
      description = {
        "Any of steps, parts, memory, ladder (memory against modules), depth (time and memory"
            + " against the blocks of vit-tiny, with a stage for each), pipeline (stages on a thread"
            + " each beside other ways to use the cores), inference (predictions by each engine)."
            + " Default: steps,parts,memory."
      })
  private List<String> words = List.of("steps", "parts", "memory");

  Set<Measurement> measurements(Workload workload, List<Configuration> configurations) {
    Set<Measurement> wanted = EnumSet.noneOf(Measurement.class);
    for (String word : words) {
      ConfigurationOptions.oneOf("--measure", WORDS, word);
      wanted.add(Measurement.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    boolean staged = workload.topology().equals("staged");
    if (wanted.contains(Measurement.PIPELINE)) {
      if (!staged) {
        throw new InputException(
            "--measure pipeline",
            "--topology staged",
            "--topology " + workload.topology(),
            "add --topology staged --stages 2");
      }
      if (configurations.stream().noneMatch(Configuration::hasExecutions)) {
        throw new InputException(
            "--methods",
            String.join(" or ", MethodCatalog.with(MethodTrait.ANY_EXECUTION))
                + " with --measure pipeline",
            configurations.get(0).method(),
            "add one of these");
      }
    }
    if (wanted.contains(Measurement.DEPTH) && !(staged && workload.network().equals("vit-tiny"))) {
      throw new InputException(
          "--measure depth",
          "--network vit-tiny --topology staged",
          "--network %s --topology %s".formatted(workload.network(), workload.topology()),
          "add these");
    }
    return wanted;
  }
}
