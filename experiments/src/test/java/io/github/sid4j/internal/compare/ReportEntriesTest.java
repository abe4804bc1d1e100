package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.report.Entry;
import io.github.sid4j.internal.report.NoResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportEntriesTest {
  @TempDir Path temp;

  @Test
  void labelsNameTheSettingsThatDistinguishTheConfigurationsOfARun() {
    List<Entry> entries =
        entries(
            cell("a", "SID", Map.of("alpha", "0.5", "lr", "0.1"), "done", null),
            cell("b", "SID", Map.of("alpha", "0.9", "lr", "0.1"), "done", null),
            cell("c", "backprop", Map.of("lr", "0.3"), "done", null));
    assertThat(entries)
        .extracting(Entry::label)
        .containsExactly("SID, alpha 0.5", "SID, alpha 0.9", "backprop");
    assertThat(entries.get(1).varying())
        .isEqualTo(Map.of("run", "SID", "lr", "0.1", "alpha", "0.9"));
  }

  @Test
  void theSearchIsNoPartOfTheReport() {
    CellResult tried = cell("a", "SID", Map.of(), "done", null);
    assertThat(entries(inPart(tried, "search"), inPart(tried, "comparison"))).hasSize(1);
  }

  @Test
  void whatIsThereOfACellIsShownAndElseWhyThereIsNothing() throws IOException {
    for (String id : List.of("done", "stopped", "failed")) {
      Path folder = Files.createDirectories(temp.resolve("cells").resolve(id));
      Files.createFile(folder.resolve("settings.yaml"));
    }
    List<Entry> entries =
        entries(
            cell("done", "SID", Map.of(), "done", null),
            cell("stopped", "SID", Map.of(), "waiting", null),
            cell("failed", "SID", Map.of(), "failed", "module 1 has loss NaN"),
            cell("open", "SID", Map.of(), "waiting", null),
            cell("not", "DGL", Map.of(), "undefined", "dgl has no batched"));
    assertThat(entries)
        .extracting(Entry::noResult)
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new NoResult(NoResult.Kind.FAILED, "module 1 has loss NaN")),
            Optional.empty(),
            Optional.of(new NoResult(NoResult.Kind.UNDEFINED, "dgl has no batched")));
    assertThat(entries.get(1).run()).contains(temp.resolve("cells/stopped"));
    assertThat(entries.get(3).run()).isEmpty();
  }

  private List<Entry> entries(CellResult... cells) {
    return ReportEntries.of(
        temp,
        new ComparisonResult(
            "try", "1", "abc", Map.of(), List.of(), true, List.of(), List.of(cells)));
  }

  private static CellResult inPart(CellResult cell, String part) {
    return result(cell.id(), cell.run(), part, cell.varying(), cell.state(), cell.reason());
  }

  private static CellResult cell(
      String id, String run, Map<String, String> varying, String state, String reason) {
    return result(id, run, "comparison", varying, state, reason);
  }

  private static CellResult result(
      String id, String run, String part, Map<String, String> varying, String state, String why) {
    return new CellResult(
        id,
        run,
        part,
        varying,
        1,
        state,
        why,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "cells/" + id,
        "./sid train");
  }
}
