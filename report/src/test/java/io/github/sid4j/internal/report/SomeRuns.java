package io.github.sid4j.internal.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tiny runs on the digits, and others made of them. */
final class SomeRuns {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

  private SomeRuns() {}

  static Path train(Path folder, String method, int seed, String... others) throws IOException {
    Map<String, String> texts = new HashMap<>();
    texts.putAll(Map.of("modules", "3", "features", "16", "hidden", "24", "module-hidden", "16"));
    texts.putAll(Map.of("batch", "128", "epochs", "2", "lr", "0.01", "threads", "1"));
    texts.putAll(Map.of("precision", "fp32", "method", method, "seed", Integer.toString(seed)));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    texts.put("out", folder.toString());
    Training.of(Settings.parse(texts)).run();
    return folder;
  }

  /** As if it had been stopped before its end. */
  static Path unfinished(Path run, Path copy) throws IOException {
    copy(run, copy);
    Files.delete(new RunPaths(copy).result());
    return copy;
  }

  /** As an older version would have written it. */
  static Path older(Path run, Path copy) throws IOException {
    copy(run, copy);
    Files.deleteIfExists(copy.resolve("beliefs.json"));
    change(
        copy,
        epoch -> {
          epoch.remove("kl_target_start");
          epoch.withArray("modules").forEach(module -> strip((ObjectNode) module));
        });
    return copy;
  }

  private static void strip(ObjectNode module) {
    module.remove("noise");
    for (String part : List.of("train", "validation")) {
      ((ObjectNode) module.get(part))
          .remove(List.of("regressed", "slack", "kl_target_bound", "kl_target_rate"));
    }
  }

  /** With all that a run can report of its bounds, of label noise and of single samples. */
  static Path detailed(Path run, Path copy) throws IOException {
    copy(run, copy);
    change(
        copy,
        epoch -> {
          epoch.put("kl_target_start", 2.3026);
          epoch.withArray("modules").forEach(module -> addDetails((ObjectNode) module));
        });
    Files.writeString(
        copy.resolve("beliefs.json"),
        """
        {"dataset":"digits","class_names":["zero","<one>"],"examples":[
        {"index":3,"label":0,"png":"%s","beliefs":[[0.5,0.5],[0.7,0.3]]},
        {"index":4,"label":1,"png":null,"beliefs":[[0.5,0.5],[0.9,0.1]]},
        {"index":5,"label":1,"png":"\\" onerror=\\"x","beliefs":[[0.5,0.5],[0.1,0.9]]}]}
        """
            .formatted(PIXEL));
    return copy;
  }

  private static void addDetails(ObjectNode module) {
    module
        .putObject("noise")
        .put("samples", 20)
        .put("label_disagreement", 0.75)
        .putNull("true_label_recovered");
    for (String part : List.of("train", "validation")) {
      ((ObjectNode) module.get(part))
          .put("regressed", 0.125)
          .put("slack", 0.01)
          .put("kl_target_bound", 2.2)
          .put("kl_target_rate", 1.15);
    }
  }

  private static void change(Path run, Consumer<ObjectNode> change) throws IOException {
    Path metrics = new RunPaths(run).metrics();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(metrics)) {
      ObjectNode epoch = (ObjectNode) JSON.readTree(line);
      change.accept(epoch);
      lines.add(JSON.writeValueAsString(epoch));
    }
    Files.write(metrics, lines);
  }

  private static void copy(Path run, Path copy) throws IOException {
    Files.createDirectories(copy);
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }
}
