package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;

/** Links to where the page shows how something was made. */
final class Links {
  private Links() {}

  /** A configuration's look and name. */
  static Element named(SeedGroup one) {
    return Element.of("a", one.series().swatch(), Element.of("span", one.label()))
        .classed("configuration")
        .with("href", "#" + one.id());
  }

  /** A number, and below it what there is to say of it. */
  static Element cell(SeedGroup one, String text, String note) {
    Element link = Element.of("a", text).with("href", "#" + one.id());
    if (!note.isEmpty()) {
      link.add(Element.of("small", note));
    }
    return link;
  }

  static Element cell(ReportedRun run, String text) {
    return Element.of("a", text).with("href", "#" + run.id());
  }
}
