package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Curve;
import io.github.sid4j.internal.report.chart.CurvePlot;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ModuleProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What {@code sid probe} found in the first run of a configuration that it looked into. */
final class ProbeSection {
  private ProbeSection() {}

  /** Empty where no run was looked into. */
  static List<Element> of(SeedGroup one) {
    Optional<ReportedRun> probed =
        one.runs().stream().filter(run -> run.probe().isPresent()).findFirst();
    return probed.map(run -> elements(run, run.probe().orElseThrow())).orElse(List.of());
  }

  private static List<Element> elements(ReportedRun run, ProbeResult probe) {
    String note =
        ("Seed %s: %s samples of the %s part; linear maps fitted to %s training samples, gradients"
                + " of %s batches.")
            .formatted(
                run.entry().seed(),
                Texts.number(probe.measured(), 0),
                probe.part(),
                Texts.number(probe.fitted(), 0),
                probe.batches());
    List<Element> figures = new ArrayList<>(List.of(answers(probe)));
    gradients(probe).ifPresent(figures::add);
    List<Element> all =
        new ArrayList<>(List.of(Element.of("p", note), Figure.grid(figures), table(probe)));
    if (!probe.inputs().isEmpty()) {
      all.addAll(InputTable.of(probe));
    }
    if (!probe.columns().isEmpty()) {
      all.addAll(ColumnTable.of(probe));
    }
    return all;
  }

  /** Empty where modules share an extractor, which has one cosine. */
  private static Optional<Element> gradients(ProbeResult probe) {
    Curve curve = new Curve();
    probe.modules().forEach(module -> curve.add(module.index(), module.cosine()));
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    CurvePlot plot = new CurvePlot().add(new Series(3), Stroke.SOLID, "cosine", curve);
    return Optional.of(
        Figure.of(
            "Gradients by stage",
            "Cosine of the angle between the local gradient and backpropagation's.",
            plot.draw("Gradients by stage", "module", "", value -> Texts.number(value, 2)),
            plot.legend()));
  }

  private static Element answers(ProbeResult probe) {
    CurvePlot plot = new CurvePlot();
    add(plot, 0, Stroke.SOLID, "own belief", probe, module -> 100 * module.accuracy());
    add(plot, 1, Stroke.DASHED, "linear on features", probe, it -> 100 * it.linearAccuracy());
    add(plot, 2, Stroke.DOTTED, "class is the final one", probe, it -> 100 * it.settled());
    return Figure.of(
        "Answers by module",
        "Accuracy of the module and of a linear classifier on its features, and the share of samples"
            + " whose class no later module changes.",
        plot.draw("Answers by module", "module", "%", value -> Texts.percent(value / 100)),
        plot.legend());
  }

  private static void add(
      CurvePlot plot,
      int series,
      Stroke stroke,
      String name,
      ProbeResult probe,
      Function<ModuleProbe, Double> value) {
    Curve curve = new Curve();
    probe.modules().forEach(module -> curve.add(module.index(), value.apply(module)));
    plot.add(new Series(series), stroke, name, curve);
  }

  private static Element table(ProbeResult probe) {
    DataTable table =
        new DataTable("What modules know and learn")
            .column("Module")
            .column("Own belief", "accuracy")
            .column("Linear", "accuracy on its features")
            .column("Input lost", "share of the variance that no linear map gives back")
            .column("Cosine", "local gradient and backpropagation")
            .column("Settled", "class is the final one");
    if (probe.extractorCosine() != null) {
      table.row("extractor").number("").number("").number("");
      cosine(table, probe.extractorCosine());
      table.number("");
    }
    for (ModuleProbe module : probe.modules()) {
      table.row(String.valueOf(module.index()));
      table.number(module.accuracy(), Texts.percent(module.accuracy()));
      table.number(module.linearAccuracy(), Texts.percent(module.linearAccuracy()));
      if (module.inputError() == null) {
        table.number("");
      } else {
        table.number(module.inputError(), Texts.percent(module.inputError()));
      }
      cosine(table, module.cosine());
      table.number(module.settled(), Texts.percent(module.settled()));
    }
    return table.element();
  }

  /** {@code null} where there is nothing to compare. */
  private static void cosine(DataTable table, Double value) {
    if (value == null) {
      table.number("");
    } else {
      table.number(value, Texts.number(value, 3));
    }
  }
}
