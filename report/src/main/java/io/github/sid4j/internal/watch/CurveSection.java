package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.chart.Curve;
import io.github.sid4j.internal.report.chart.CurvePlot;
import io.github.sid4j.internal.report.chart.Figure;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What is measured of each module, epoch by epoch. */
final class CurveSection {
  private CurveSection() {}

  static List<Element> of(WatchedRun run) {
    if (run.epochs().isEmpty()) {
      return List.of();
    }
    List<Element> figures = new ArrayList<>();
    modules(figures, run, "Accuracy", "%", m -> 100 * m.accuracy(), CurveSection::percent);
    modules(figures, run, "Divergence to the target", "nats", m -> m.klTarget(), Texts::nats);
    modules(
        figures, run, "Divergence to the belief before", "nats", m -> m.klPrevious(), Texts::nats);
    modules(figures, run, "Loss above its floor", "nats", m -> m.lossAboveFloor(), Texts::nats);
    figures.add(accuracy(run));
    figures.add(speed(run));
    return List.of(Figure.grid(figures));
  }

  private static void modules(
      List<Element> figures,
      WatchedRun run,
      String what,
      String unit,
      Function<BeliefMetrics, Double> value,
      DoubleFunction<String> text) {
    boolean validation = validated(run);
    CurvePlot plot = new CurvePlot();
    int count = run.epochs().get(0).modules().size();
    List<Integer> shown =
        run.everyModuleAnswers() || count == 0 ? shown(count) : List.of(count - 1);
    for (int k = 0; k < shown.size(); k++) {
      int index = shown.get(k);
      Curve curve = new Curve();
      for (EpochMetrics epoch : run.epochs()) {
        ModuleMetrics module = epoch.modules().get(index);
        BeliefMetrics measured = validation ? module.validation() : module.train();
        curve.add(epoch.epoch(), measured == null ? null : value.apply(measured));
      }
      plot.add(new Series(k), Stroke.SOLID, "module " + (index + 1), curve);
    }
    if (!plot.isEmpty()) {
      String note = validation ? "On the validation part." : "On the training batches.";
      figures.add(
          Figure.of(what, note, plot.draw(what + " by epoch", "epoch", unit, text), plot.legend()));
    }
  }

  /**
   * Of many modules as many as there are colours, evenly apart, the first and the last with them.
   */
  private static List<Integer> shown(int modules) {
    int count = Math.min(modules, Series.COLOURS);
    return IntStream.range(0, count)
        .mapToObj(k -> count == 1 ? 0 : k * (modules - 1) / (count - 1))
        .toList();
  }

  private static boolean validated(WatchedRun run) {
    return run.epochs().stream().anyMatch(epoch -> epoch.validationAccuracy() != null);
  }

  private static Element accuracy(WatchedRun run) {
    Curve train = new Curve();
    Curve validation = new Curve();
    for (EpochMetrics epoch : run.epochs()) {
      train.add(epoch.epoch(), 100 * epoch.trainAccuracy());
      Double accuracy = epoch.validationAccuracy();
      validation.add(epoch.epoch(), accuracy == null ? null : 100 * accuracy);
    }
    String heading = "Training and validation";
    CurvePlot plot =
        new CurvePlot()
            .add(new Series(0), Stroke.SOLID, "validation part", validation)
            .add(new Series(1), Stroke.DASHED, "training batches", train);
    return Figure.of(
        heading,
        "Accuracy of the last module.",
        plot.draw(heading, "epoch", "%", CurveSection::percent),
        plot.legend());
  }

  private static Element speed(WatchedRun run) {
    Curve speed = new Curve();
    run.epochs().forEach(epoch -> speed.add(epoch.epoch(), epoch.samplesPerSecond()));
    CurvePlot plot = new CurvePlot().add(new Series(2), Stroke.SOLID, "training", speed);
    return Figure.of(
        "Speed",
        "Training samples by wall time, without validation.",
        plot.draw("Speed by epoch", "epoch", "samples/s", value -> Texts.number(value, 0)),
        plot.legend());
  }

  private static String percent(double hundredths) {
    return Texts.percent(hundredths / 100);
  }
}
