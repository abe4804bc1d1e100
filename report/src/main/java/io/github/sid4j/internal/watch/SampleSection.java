package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.EpochBeliefs.SampleBeliefs;
import io.github.sid4j.internal.run.TrackedSamples;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A few samples, with what each module believes of them, now and in earlier epochs. */
final class SampleSection {
  static final Series TRUE_CLASS = new Series(0);
  static final Series OTHER_CLASS = new Series(1);
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  private SampleSection() {}

  static List<Element> of(WatchedRun run) {
    List<EpochBeliefs> beliefs = run.beliefs();
    if (run.samples().isEmpty() || beliefs.isEmpty()) {
      return List.of();
    }
    TrackedSamples samples = run.samples().get();
    boolean every = run.everyModuleAnswers();
    String part = samples.part().equals("train") ? "training" : samples.part();
    Element note =
        Element.of(
            "p",
            "Samples of the %s part after epoch %s. %s"
                .formatted(
                    part,
                    beliefs.get(beliefs.size() - 1).epoch(),
                    every
                        ? "The upper plot goes through the modules, the lower one over the epochs."
                        : "The plot goes over the epochs."));
    Legend legend = new Legend().add(TRUE_CLASS, Stroke.SOLID, "belief in the true class, %");
    if (every) {
      legend.add(TRUE_CLASS, Stroke.FAINT, "above: in earlier epochs");
    }
    legend.add(OTHER_CLASS, Stroke.DOTTED, "in the others believed in most");
    if (every) {
      legend.add(TRUE_CLASS, Stroke.DASHED, "below: of the first module");
    }
    Element all = Element.of("div").classed("examples");
    IntStream.range(0, samples.samples().size())
        .filter(k -> beliefs.stream().allMatch(epoch -> isThere(epoch, k)))
        .forEach(k -> all.add(sample(samples, beliefs, k, every)));
    return List.of(note.classed("note"), legend.element(), all);
  }

  private static boolean isThere(EpochBeliefs epoch, int k) {
    return k < epoch.samples().size()
        && !epoch.samples().get(k).classes().isEmpty()
        && epoch.samples().get(k).beliefs().size() > 1
        && epoch.samples().get(k).beliefs().stream()
            .allMatch(belief -> belief.size() == epoch.samples().get(k).classes().size());
  }

  private static Element sample(
      TrackedSamples samples, List<EpochBeliefs> beliefs, int k, boolean every) {
    TrackedSamples.Sample sample = samples.samples().get(k);
    SampleBeliefs now = beliefs.get(beliefs.size() - 1).samples().get(k);
    String name = name(samples, sample.label());
    List<Double> last = now.beliefs().get(now.beliefs().size() - 1);
    boolean right = last.size() < 2 || last.get(0) >= last.get(1);
    String verdict =
        right
            ? Texts.percent(last.get(0))
            : "taken for %s, %s"
                .formatted(name(samples, now.classes().get(1)), Texts.percent(last.get(1)));
    Element figure = Element.of("figure").classed(right ? "right" : "wrong");
    if (sample.png() != null && BASE64.matcher(sample.png()).matches()) {
      figure.add(
          Element.of("img")
              .with("src", "data:image/png;base64," + sample.png())
              .with("alt", "sample " + sample.index() + ", " + name));
    }
    figure.add(Element.of("figcaption", Element.of("strong", name), Element.of("span", verdict)));
    if (every) {
      figure.add(BeliefPlots.byModule(name, beliefs, k, c -> name(samples, c)));
    }
    BeliefPlots.byEpoch(name, beliefs, k, every).ifPresent(figure::add);
    return figure;
  }

  private static String name(TrackedSamples samples, int label) {
    return label >= 0 && label < samples.classNames().size()
        ? samples.classNames().get(label)
        : "class " + label;
  }
}
