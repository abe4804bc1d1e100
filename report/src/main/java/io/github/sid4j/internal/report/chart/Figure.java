package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;

/** A chart with its heading and what there is to say of it. */
public final class Figure {
  private Figure() {}

  /**
   * Puts a figure together.
   *
   * @param heading what is shown
   * @param note how it was made or is to be read; may be empty
   * @param parts chart and legend
   * @return the figure
   */
  public static Element of(String heading, String note, Element... parts) {
    Element caption = Element.of("figcaption", Element.of("strong", heading));
    if (!note.isEmpty()) {
      caption.add(Element.of("span", note));
    }
    return Element.of("figure", caption).add(parts);
  }

  /**
   * Puts figures side by side, as many as there is room for.
   *
   * @param figures in order
   * @return their frame
   */
  public static Element grid(List<Element> figures) {
    return Element.of("div").classed("figures").add(figures);
  }
}
