package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;

/**
 * What the looks in a chart mean. A list beside the chart, which wraps where there is little room.
 */
public final class Legend {
  private final Element list = Element.of("ul").classed("legend");

  /**
   * Adds an entry.
   *
   * @param series whose look it is
   * @param stroke of its line
   * @param text what it is
   * @return this
   */
  public Legend add(Series series, Stroke stroke, String text) {
    list.add(Element.of("li", series.swatch(stroke), Element.of("span", text)));
    return this;
  }

  /**
   * The list.
   *
   * @return to be put beside the chart, once
   */
  public Element element() {
    return list;
  }
}
