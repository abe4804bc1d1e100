package io.github.sid4j.watch;

import io.github.sid4j.report.html.Element;

/** A table that scrolls within itself where it is too wide. */
final class Table {
  private final String name;
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");
  private Element row = Element.of("tr");

  Table(String name) {
    this.name = name;
  }

  Table column(String heading) {
    head.add(Element.of("th", heading).with("scope", "col"));
    return this;
  }

  Table row(String heading) {
    row = Element.of("tr", Element.of("th", heading).with("scope", "row"));
    body.add(row);
    return this;
  }

  Table cell(String text) {
    row.add(Element.of("td", text).classed("number"));
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
