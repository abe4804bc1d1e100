package io.github.sid4j.internal.report;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.html.Document;
import io.github.sid4j.internal.report.html.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs side by side as one page of HTML, complete in itself: {@code docs/guides/report.md}. */
public final class ReportPage {
  private final Study study;
  private final Element main = Element.of("main");
  private int sections;

  private ReportPage(Study study) {
    this.study = study;
  }

  /**
   * Writes the page, with differences to the first configuration that has a result.
   *
   * @param out the file, which may replace a page made here, whole or not at all; its folder must
   *     be there
   * @param title of the page
   * @param entries at least one
   * @throws InputException when there is no entry, a folder is no run's or is damaged, or the file
   *     is there and was not made here
   * @throws IOException when reading or writing fails
   */
  public static void write(Path out, String title, List<Entry> entries) throws IOException {
    write(out, title, entries, Study.FIRST);
  }

  /**
   * Writes the page.
   *
   * @param out as above
   * @param title as above
   * @param entries as above
   * @param reference what differences are taken to: {@code first}, {@code best} for the one with
   *     the highest mean accuracy, or a label
   * @throws InputException as above, or when there is no such label
   * @throws IOException as above
   */
  public static void write(Path out, String title, List<Entry> entries, String reference)
      throws IOException {
    if (entries.isEmpty()) {
      throw new InputException("report", "at least one run", "none", "name folders of runs");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      throw new InputException(
          out.toString(), "a file in a folder that is there", "none", "choose another name");
    }
    if (Files.exists(out) && !Document.isOne(out)) {
      throw new InputException(
          out.toString(),
          "a new file, or a page of sid4j to replace",
          "a file of something else",
          "choose another name, or move that file");
    }
    Element body = new ReportPage(Study.of(entries, reference)).body(title);
    String page = Looks.page(title, body);
    AtomicFiles.write(out, file -> file.write(page.getBytes(StandardCharsets.UTF_8)));
  }

  private Element body(String title) {
    main.add(HeadSection.of(study, title));
    study.comparisons().forEach(this::comparison);
    List<Element> runs = new ArrayList<>();
    study.configurations().forEach(one -> runs.add(RunsSection.of(one)));
    section("How each number was made", runs);
    section("How to read this", List.of(Notes.element(study)));
    return Element.of("body", main);
  }

  private void comparison(DatasetComparison one) {
    String on = study.comparisons().size() > 1 ? " on " + one.dataset() : "";
    List<Element> results = new ArrayList<>(AccuracySection.of(one));
    UnfinishedSection.of(one).ifPresent(results::add);
    section("Results" + on, results);
    List<Element> curves = new ArrayList<>(CourseSection.of(one));
    curves.addAll(SettingSection.of(one));
    curves.addAll(CostSection.of(one));
    figures("Curves" + on, curves);
    classes(one, on);
    gallery(one, on);
    theory(one, on);
    probe(one, on);
    examples(one, on);
    figures("Noisy labels" + on, NoiseSection.of(one));
  }

  private void theory(DatasetComparison comparison, String on) {
    List<Element> parts = new ArrayList<>();
    for (SeedGroup one : comparison.configurations()) {
      List<Element> figures = TheorySection.of(one);
      if (!figures.isEmpty()) {
        parts.add(fold(one, Figure.grid(figures), parts.isEmpty()));
      }
    }
    section("The beliefs' way through the cascade" + on, parts);
  }

  private void probe(DatasetComparison comparison, String on) {
    List<Element> parts = new ArrayList<>();
    for (SeedGroup one : comparison.configurations()) {
      List<Element> elements = ProbeSection.of(one);
      if (!elements.isEmpty()) {
        parts.add(fold(one, Element.of("div").add(elements), parts.isEmpty()));
      }
    }
    section("What modules know and learn" + on, parts);
  }

  private void classes(DatasetComparison comparison, String on) {
    List<Element> parts = new ArrayList<>();
    for (SeedGroup one : comparison.configurations()) {
      ClassSection.of(one).ifPresent(it -> parts.add(fold(one, it, parts.isEmpty())));
    }
    if (!parts.isEmpty()) {
      parts.add(0, ClassSection.scores(comparison));
    }
    section("Class by class" + on, parts);
  }

  private void gallery(DatasetComparison comparison, String on) {
    List<Element> parts = new ArrayList<>();
    boolean alone = comparison.configurations().size() == 1;
    for (SeedGroup one : comparison.configurations()) {
      one.gallery()
          .flatMap(gallery -> GallerySection.of(gallery, alone, one.keepsLast()))
          .ifPresent(it -> parts.add(fold(one, it, parts.isEmpty())));
    }
    section("Where it errs and doubts" + on, parts);
  }

  private void examples(DatasetComparison comparison, String on) {
    List<Element> parts = new ArrayList<>();
    boolean alone = comparison.configurations().size() == 1;
    for (SeedGroup one : comparison.configurations()) {
      one.withBeliefs()
          .filter(run -> !alone || !one.galleryHasExamplesOf(run))
          .ifPresent(
              run ->
                  parts.add(
                      fold(
                          one,
                          ExampleSection.of(run.beliefs().orElseThrow(), run.everyModuleAnswers()),
                          parts.isEmpty())));
    }
    section("Examples from the test part" + on, parts);
  }

  /** Of several configurations the first is shown, and the others are there to be opened. */
  private static Element fold(SeedGroup one, Element content, boolean open) {
    Element name = Element.of("summary", one.series().swatch(), Element.of("span", one.legend()));
    Element details = Element.of("details", name, content);
    return open ? details.with("open", "open") : details;
  }

  private void figures(String heading, List<Element> figures) {
    section(heading, figures.isEmpty() ? List.of() : List.of(Figure.grid(figures)));
  }

  private void section(String heading, List<Element> content) {
    if (!content.isEmpty()) {
      String id = "section-" + ++sections;
      main.add(
          Element.of("section", Element.of("h2", heading).with("id", id))
              .with("aria-labelledby", id)
              .add(content));
    }
  }
}
