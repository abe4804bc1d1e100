package io.github.sid4j.report;

import io.github.sid4j.report.html.Element;

/** A table that scrolls within itself where it is too wide, and can be sorted by its columns. */
final class DataTable {
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");
  private final String name;
  private Element row = Element.of("tr");

  DataTable(String name) {
    this.name = name;
  }

  DataTable column(String heading, String note) {
    Element cell = Element.of("th", heading).with("scope", "col");
    if (!note.isEmpty()) {
      cell.add(Element.of("small", note));
    }
    head.add(cell);
    return this;
  }

  DataTable row() {
    row = Element.of("tr");
    body.add(row);
    return this;
  }

  /** What a row is about. */
  DataTable name(Element content) {
    row.add(Element.of("th", content).with("scope", "row"));
    return this;
  }

  DataTable words(Element content) {
    row.add(Element.of("td", content));
    return this;
  }

  /** A number by which rows are sorted; NaN comes last. */
  DataTable number(double value, Element content) {
    Element cell = Element.of("td", content).classed("number");
    if (Double.isFinite(value)) {
      cell.with("data-value", value);
    }
    row.add(cell);
    return this;
  }

  Element element() {
    return Element.of("div", Element.of("table", Element.of("thead", head), body))
        .classed("scroll")
        .with("role", "region")
        .with("aria-label", name)
        .with("tabindex", 0);
  }
}
