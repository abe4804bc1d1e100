package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.chart.Legend;
import io.github.sid4j.internal.report.chart.Series;
import io.github.sid4j.internal.report.chart.Stroke;
import io.github.sid4j.internal.report.html.Element;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sample with its picture and a pair of bars for each module: what it believes in the sample's
 * class, and in another one.
 *
 * @param picture a PNG or JPEG file in base64; {@code null} where there is none
 * @param excerpt what a person reads of it; {@code null} where there is nothing to read
 * @param name of the sample
 * @param heading in strong type
 * @param lines below it
 * @param wrong whether the lines are to be seen as a mistake
 * @param bars by module, in order of depth; none where modules do not answer
 */
public record PhotoCard(
    String picture,
    String excerpt,
    String name,
    String heading,
    List<String> lines,
    boolean wrong,
    List<Bar> bars) {
  private static final Series OWN = new Series(0);
  private static final Series OTHER = new Series(1);

  /** PNG and JPEG files begin so. */
  private static final Pattern PNG = Pattern.compile("iVBORw0KGgo[A-Za-z0-9+/]+={0,2}");

  private static final Pattern JPEG = Pattern.compile("/9j/[A-Za-z0-9+/]+={0,2}");

  private static final int WIDTH = 160;
  private static final int HEIGHT = 40;
  private static final double GAP = 0.2;

  /** Keeps copies that cannot be changed. */
  public PhotoCard {
    lines = List.copyOf(lines);
    bars = List.copyOf(bars);
  }

  /**
   * What a module believes.
   *
   * @param own in the sample's class, 0 to 1
   * @param other in the other class
   */
  public record Bar(double own, double other) {}

  /**
   * What the bars mean.
   *
   * @param own of the bars in the sample's class
   * @param other of the other bars
   * @return one line
   */
  public static Element legend(String own, String other) {
    return new Legend().add(OWN, Stroke.SOLID, own).add(OTHER, Stroke.SOLID, other).element();
  }

  /**
   * Cards next to each other.
   *
   * @param cards in the order to show them
   * @return as many in a row as there is room for
   */
  public static Element grid(List<PhotoCard> cards) {
    return Element.of("div").classed("photos").add(cards.stream().map(PhotoCard::element).toList());
  }

  private Element element() {
    Element figure = Element.of("figure").classed(wrong ? "wrong" : "right");
    String type = type();
    if (!type.isEmpty()) {
      figure.add(
          Element.of("img")
              .with("src", "data:image/" + type + ";base64," + picture)
              .with("alt", name)
              .with("loading", "lazy"));
    }
    Element caption = Element.of("figcaption", Element.of("strong", heading));
    if (excerpt != null) {
      caption.add(Element.of("q", excerpt));
    }
    lines.forEach(line -> caption.add(Element.of("span", line)));
    caption.add(Element.of("small", name));
    figure.add(caption);
    return bars.isEmpty() ? figure : figure.add(drawing());
  }

  /** A page may be made of a stranger's run, so that nothing else gets into the address. */
  private String type() {
    if (picture == null) {
      return "";
    }
    return PNG.matcher(picture).matches() ? "png" : JPEG.matcher(picture).matches() ? "jpeg" : "";
  }

  private Element drawing() {
    Element svg =
        Element.of("svg")
            .with("viewBox", "0 0 %s %s".formatted(WIDTH, HEIGHT))
            .with("role", "img")
            .with("aria-label", "Belief by module: " + words());
    double step = (double) WIDTH / bars.size();
    double width = step * (1 - GAP) / 2;
    for (int i = 0; i < bars.size(); i++) {
      double left = i * step + step * GAP / 2;
      svg.add(
          bar(OWN, left, width, bars.get(i).own()),
          bar(OTHER, left + width, width, bars.get(i).other()));
    }
    return svg.add(
        Element.of("line")
            .classed("base")
            .with("x1", 0)
            .with("x2", WIDTH)
            .with("y1", HEIGHT)
            .with("y2", HEIGHT));
  }

  private static Element bar(Series series, double left, double width, double share) {
    double height = HEIGHT * Math.max(0, Math.min(1, share));
    return Element.of("rect")
        .classed("bar s" + series.number())
        .with("x", number(left))
        .with("y", number(HEIGHT - height))
        .with("width", number(width))
        .with("height", number(height));
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (Bar bar : bars) {
      words.append(words.isEmpty() ? "" : "; ");
      words.append(Texts.percent(bar.own())).append(" and ").append(Texts.percent(bar.other()));
    }
    return words.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
