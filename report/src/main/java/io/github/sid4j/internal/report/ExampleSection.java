package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Axis;
import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Plot;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.ExampleBeliefs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Test samples with what a run believes of them, module by module. */
final class ExampleSection {
  private static final Series TRUE_CLASS = new Series(0);
  private static final Series OTHER_CLASS = new Series(1);
  private static final int OTHERS = 2;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  private ExampleSection() {}

  /**
   * Shows them.
   *
   * @param everyModuleAnswers whether earlier modules have a belief worth a plot
   */
  static Element of(ExampleBeliefs beliefs, boolean everyModuleAnswers) {
    Element all = Element.of("div").classed("examples");
    beliefs.examples().stream()
        .filter(example -> !example.beliefs().isEmpty())
        .forEach(example -> all.add(example(beliefs, example, everyModuleAnswers)));
    if (!everyModuleAnswers) {
      return all;
    }
    Element legend =
        new Legend()
            .add(TRUE_CLASS, Stroke.SOLID, "belief in the true class, %, by module")
            .add(OTHER_CLASS, Stroke.DOTTED, "in the two others believed in most")
            .element();
    return Element.of("div", legend, all);
  }

  private static Element example(
      ExampleBeliefs beliefs, ExampleBeliefs.Example example, boolean everyModuleAnswers) {
    String name = name(beliefs, example.label());
    List<Double> last = example.beliefs().get(example.beliefs().size() - 1);
    int answer = strongest(last).get(0);
    String verdict =
        answer == example.label()
            ? Texts.percent(last.get(answer))
            : "taken for %s, %s".formatted(name(beliefs, answer), Texts.percent(last.get(answer)));
    Element caption =
        Element.of("figcaption", Element.of("strong", name), Element.of("span", verdict));
    Element figure = Element.of("figure").classed(answer == example.label() ? "right" : "wrong");
    if (example.png() != null && BASE64.matcher(example.png()).matches()) {
      figure.add(
          Element.of("img")
              .with("src", "data:image/png;base64," + example.png())
              .with("alt", "test sample " + example.index() + ", " + name));
    }
    figure.add(caption);
    return everyModuleAnswers ? figure.add(plot(beliefs, example, last)) : figure;
  }

  /** The true class, and those others that are believed in most at the end. */
  private static Element plot(
      ExampleBeliefs beliefs, ExampleBeliefs.Example example, List<Double> last) {
    int depth = example.beliefs().size() - 1;
    Plot plot =
        new Plot(
            Plot.Format.SMALL,
            "Belief by module in " + name(beliefs, example.label()),
            Axis.counts("", 0, depth),
            Axis.small(0, 100));
    List<Double> places = IntStream.rangeClosed(0, depth).mapToObj(i -> (double) i).toList();
    List<Integer> others =
        new ArrayList<>(
            strongest(last).stream()
                .filter(label -> label != example.label())
                .limit(OTHERS)
                .toList());
    for (int label : others) {
      plot.line(OTHER_CLASS, Stroke.DOTTED, places, course(example, label), name(beliefs, label));
    }
    plot.line(
        TRUE_CLASS,
        Stroke.SOLID,
        places,
        course(example, example.label()),
        name(beliefs, example.label()));
    return plot.element();
  }

  private static List<Double> course(ExampleBeliefs.Example example, int label) {
    return example.beliefs().stream()
        .map(belief -> label < belief.size() ? 100 * belief.get(label) : Double.NaN)
        .toList();
  }

  private static List<Integer> strongest(List<Double> belief) {
    return IntStream.range(0, belief.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer label) -> -belief.get(label)))
        .toList();
  }

  private static String name(ExampleBeliefs beliefs, int label) {
    return label >= 0 && label < beliefs.classNames().size()
        ? beliefs.classNames().get(label)
        : "class " + label;
  }
}
