package io.github.sid4j.reshape;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a shorter cascade. */
final class TruncatedRun {
  private final StoredRun longer;
  private final Cascade left;

  /**
   * Prepares the writing.
   *
   * @param longer the run that was cut
   * @param left what is left of its cascade
   */
  TruncatedRun(StoredRun longer, Cascade left) {
    this.longer = longer;
    this.left = left;
  }

  /**
   * Writes all files but the settings into an empty folder.
   *
   * @param settings that make what is left
   * @param result of the truncated cascade
   */
  void write(RunPaths into, Settings settings, RunResult result, @Nullable List<String> command)
      throws IOException {
    RunPaths from = longer.paths();
    cut(from.weights(), into.weights());
    cut(from.best(), into.best());
    RunJson.write(into.provenance(), provenance(command));
    RunJson.write(
        into.model(), ModelDescription.of(settings, longer.dataset(), longer.data().train()));
    if (Files.exists(from.beliefs())) {
      RunJson.writeLine(
          into.beliefs(), cut(RunJson.read(from.beliefs(), ExampleBeliefs.class), left.depth()));
    }
    RunJson.write(into.result(), result);
  }

  /** Takes those tensors over that are left, as they are. */
  private void cut(Path from, Path into) throws IOException {
    try (SafetensorsReader read = Safetensors.open(from)) {
      Map<String, TensorContent> tensors = new LinkedHashMap<>(read.tensors());
      tensors.keySet().retainAll(left.state().byName().keySet());
      Safetensors.write(into, tensors, Map.of());
    }
  }

  /** What opens the run; the others only trained it. */
  private static List<String> network(List<String> ownParts) {
    return ownParts.stream().filter("network"::equals).toList();
  }

  private static ExampleBeliefs cut(ExampleBeliefs beliefs, int modules) {
    return new ExampleBeliefs(
        beliefs.dataset(),
        beliefs.classNames(),
        beliefs.examples().stream()
            .map(
                example ->
                    new ExampleBeliefs.Example(
                        example.index(),
                        example.label(),
                        example.png(),
                        example.beliefs().subList(0, modules + 1)))
            .toList());
  }

  private Provenance provenance(@Nullable List<String> command) throws IOException {
    Provenance before = longer.provenance();
    return Provenance.collect(
            before.seed(),
            new TrainingComponents(longer.settings()).threads(),
            List.of(),
            before.precision(),
            before.dataset(),
            before.datasetSha256(),
            before.labelNoise(),
            Engine.version(),
            Instant.now(),
            command)
        .withOrigin(
            new OriginProvenance(
                "truncated",
                RunNames.of(longer.paths().folder()),
                FileHash.sha256(longer.paths().best())))
        .withOwnParts(network(before.ownParts()));
  }
}
