package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ColumnProbe;
import io.github.sid4j.internal.run.ProbeResult.InputProbe;
import io.github.sid4j.internal.run.ProbeResult.ModuleProbe;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeSectionTest {
  private static final String HEADING = "What modules know and learn";

  @TempDir private Path temp;
  private Path run;

  @BeforeEach
  void train() throws IOException {
    run = SomeRuns.train(temp.resolve("run"), "sid", 1);
  }

  private Document page() throws Exception {
    return Pages.write(temp.resolve("report.html"), "Title", RunEntries.of(List.of(run)));
  }

  private void probed(Double extractor, ModuleProbe... modules) throws IOException {
    probed(List.of(), List.of(), extractor, modules);
  }

  private void probed(
      List<ColumnProbe> columns, List<InputProbe> inputs, Double extractor, ModuleProbe... modules)
      throws IOException {
    RunJson.write(
        new RunPaths(run).probe(),
        new ProbeResult(
            1, "0", "validation", 500, 100, 8, extractor, List.of(modules), columns, inputs));
  }

  @Test
  void aRunThatNobodyLookedIntoHasNoSuchSection() throws Exception {
    assertThat(page().select("h2").eachText()).doesNotContain(HEADING);
  }

  @Test
  void stagesHaveTheirCosinesInTableAndPlot() throws Exception {
    probed(
        null,
        new ModuleProbe(1, 0.5, 0.75, 0.25, 0.3125, 0.6),
        new ModuleProbe(2, 0.8, 0.85, null, 1.0, 1));
    Document page = page();
    assertThat(page.select("h2").eachText()).contains(HEADING);
    assertThat(page.text()).contains("Answers by module", "Gradients by stage");
    assertThat(rows(page))
        .containsExactly(
            "1 50.00 % 75.00 % 25.00 % 0.313 60.00 %", "2 80.00 % 85.00 % 1.000 100.00 %");
  }

  @Test
  void aSharedExtractorHasARowOfItsOwn() throws Exception {
    probed(0.25, new ModuleProbe(1, 0.5, 0.75, 0.25, null, 1));
    Document page = page();
    assertThat(page.text()).contains("Answers by module").doesNotContain("Gradients by stage");
    assertThat(rows(page)).containsExactly("extractor 0.250", "1 50.00 % 75.00 % 25.00 % 100.00 %");
  }

  @Test
  void ofATableTheColumnsHaveWhatTheyAreWorth() throws Exception {
    probed(
        List.of(
            new ColumnProbe("size <cm>", List.of(0.25, 0.3), List.of(0.01, 0.02)),
            new ColumnProbe("colour", List.of(0.001, -0.002), List.of(0.0, 0.0))),
        List.of(),
        null,
        new ModuleProbe(1, 0.5, 0.75, 0.25, null, 0.6),
        new ModuleProbe(2, 0.5, 0.75, 0.25, null, 1));
    assertThat(rows(page(), "What columns are worth"))
        .containsExactly("size <cm> 25.00 ± 1.00 30.00 ± 2.00", "colour 0.10 ± 0.00 −0.20 ± 0.00");
  }

  @Test
  void ofSeveralInputsEachHasWhatItIsWorth() throws Exception {
    probed(
        List.of(),
        List.of(new InputProbe("photo", List.of(0.5, 0.625), List.of(0.25, 0.75))),
        null,
        new ModuleProbe(1, 0.5, 0.75, null, null, 0.6),
        new ModuleProbe(2, 0.5, 0.75, null, null, 1));
    assertThat(rows(page(), "What inputs are worth"))
        .containsExactly("without photo 50.00 % 62.50 %", "photo alone 25.00 % 75.00 %");
  }

  private static List<String> rows(Document page) {
    return rows(page, HEADING);
  }

  private static List<String> rows(Document page, String table) {
    return page.select("[aria-label=" + table + "] tbody tr").eachText();
  }
}
