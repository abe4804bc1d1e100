package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.bench.Configuration;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say what {@code sid bench} compares. */
final class ConfigurationOptions {
  private static final List<String> PRECISIONS = List.of("fp32", "bf16");

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "NAME[:KEY=VALUE]",
      description = {
        "Methods, each with settings of its own if need be, such as backprop:accumulate=4.",
        "Default: sid,backprop,deep-supervision; with --topology staged also"
            + " checkpointed-backprop and dgl; with whole these two kinds of backprop."
      })
  private List<String> methods;

  @Option(
      names = "--executions",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Ways to compute a step of sid and dgl. Default: single-pass,two-phase,threads,batched;"
            + " with --topology staged single-pass,pipeline."
      })
  private List<String> executions;

  @Option(
      names = "--precisions",
      split = ",",
      paramLabel = "NAME",
      description = "Default: fp32,bf16.")
  private List<String> precisions = PRECISIONS;

  List<Configuration> configurations(String topology) {
    precisions.forEach(word -> oneOf("--precisions", PRECISIONS, word));
    return Configuration.all(
        methods == null ? Configuration.usualMethods(topology) : methods,
        executions == null ? usualExecutions(topology) : executions,
        precisions);
  }

  private static List<String> usualExecutions(String topology) {
    return topology.equals("staged")
        ? List.of("single-pass", "pipeline")
        : List.of("single-pass", "two-phase", "threads", "batched");
  }

  /** Refuses a word that is not known. */
  static void oneOf(String flag, List<String> known, String found) {
    if (!known.contains(found)) {
      throw new InputException(
          flag, "one of " + String.join(", ", known), found, "correct the word");
    }
  }
}
