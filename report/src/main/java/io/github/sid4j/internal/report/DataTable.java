package io.github.sid4j.internal.report;

import io.github.sid4j.internal.report.html.Element;

/** A table that scrolls within itself where it is too wide, and can be sorted by its columns. */
public final class DataTable {
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");
  private final String name;
  private Element row = Element.of("tr");

  /**
   * An empty table.
   *
   * @param name for those who do not see it
   */
  public DataTable(String name) {
    this.name = name;
  }

  /**
   * Adds a column.
   *
   * @param heading of it
   * @param note below the heading; may be empty
   * @return this
   */
  public DataTable column(String heading, String note) {
    Element cell = Element.of("th", heading).with("scope", "col");
    if (!note.isEmpty()) {
      cell.add(Element.of("small", note));
    }
    head.add(cell);
    return this;
  }

  /**
   * Adds a column without a note.
   *
   * @param heading of it
   * @return this
   */
  public DataTable column(String heading) {
    return column(heading, "");
  }

  /**
   * Begins a row.
   *
   * @return this
   */
  public DataTable row() {
    row = Element.of("tr");
    body.add(row);
    return this;
  }

  /**
   * Adds what a row is about.
   *
   * @param content of the cell
   * @return this
   */
  public DataTable name(Element content) {
    row.add(Element.of("th", content).with("scope", "row"));
    return this;
  }

  /**
   * Begins a row.
   *
   * @param name what it is about
   * @return this
   */
  public DataTable row(String name) {
    return row().name(Element.of("span", name));
  }

  /**
   * Adds a cell.
   *
   * @param content of it
   * @return this
   */
  public DataTable words(Element content) {
    row.add(Element.of("td", content));
    return this;
  }

  /**
   * Adds a number by which rows are sorted.
   *
   * @param value NaN comes last
   * @param content how it is shown
   * @return this
   */
  public DataTable number(double value, Element content) {
    Element cell = Element.of("td", content).classed("number");
    if (Double.isFinite(value)) {
      cell.with("data-value", value);
    }
    row.add(cell);
    return this;
  }

  /**
   * Adds a number.
   *
   * @param value by which rows are sorted
   * @param text how it is shown
   * @return this
   */
  public DataTable number(double value, String text) {
    return number(value, Element.of("span", text));
  }

  /**
   * Adds a number by which no row is sorted.
   *
   * @param text how it is shown
   * @return this
   */
  public DataTable number(String text) {
    return number(Double.NaN, text);
  }

  /**
   * The table.
   *
   * @return to be put into the page, once
   */
  public Element element() {
    return Element.of("div", Element.of("table", Element.of("thead", head), body))
        .classed("scroll")
        .with("role", "region")
        .with("aria-label", name)
        .with("tabindex", 0);
  }
}
