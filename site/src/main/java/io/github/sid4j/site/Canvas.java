package io.github.sid4j.site;

import java.util.Locale;

/** A picture in SVG that is legible on light and dark pages. */
final class Canvas {
  static final int WIDTH = 760;
  private static final int SHAPES = 4;
  private static final int COLOURS = 6;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
      font-family="system-ui, sans-serif" font-size="13">
      <title>%s</title>
      <style>
      .back{fill:#fff}text{fill:#222}.soft{fill:#555;font-size:12px}.grid{stroke:#ddd}
      .rod,.line{fill:none;stroke-width:1.8}.hollow{fill:#fff!important;stroke-width:1.8}
      .c0{stroke:#1f5fa8;fill:#1f5fa8}.c1{stroke:#a84c08;fill:#a84c08}.c2{stroke:#1a7f4b;fill:#1a7f4b}
      .c3{stroke:#8a3ea8;fill:#8a3ea8}.c4{stroke:#5b5b5b;fill:#5b5b5b}.c5{stroke:#a8123e;fill:#a8123e}
      .rod,.line{fill:none}
      @media (prefers-color-scheme:dark){
      .back{fill:#1b1d22}text{fill:#e8e8e8}.soft{fill:#b4b4b4}.grid{stroke:#3a3d44}
      .hollow{fill:#1b1d22!important}
      .c0{stroke:#7fb6f2;fill:#7fb6f2}.c1{stroke:#f0a35e;fill:#f0a35e}.c2{stroke:#6fd09b;fill:#6fd09b}
      .c3{stroke:#cf9be6;fill:#cf9be6}.c4{stroke:#c0c0c0;fill:#c0c0c0}.c5{stroke:#f58aa8;fill:#f58aa8}
      .rod,.line{fill:none}}
      </style>
      <rect class="back" width="%d" height="%d" rx="6"/>
      """;

  private final StringBuilder parts = new StringBuilder();
  private final String title;

  Canvas(String title) {
    this.title = title;
    text("", 16, 24, "start", title);
  }

  Canvas text(String classes, double x, double y, String anchor, String text) {
    parts.append(
        format(
            "<text%s x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            classes.isEmpty() ? "" : " class=\"" + classes + "\"", x, y, anchor, escaped(text)));
    return this;
  }

  Canvas line(String classes, double x1, double y1, double x2, double y2) {
    parts.append(
        format("<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n", classes, x1, y1, x2, y2));
    return this;
  }

  /** A line through points; series have different dashes. */
  Canvas path(int series, String data) {
    String[] dashes = {"", "7 3", "2 3", "9 3 2 3"};
    String dash = dashes[series % dashes.length];
    parts.append(
        format(
            "<path class=\"line c%d\"%s d=\"%s\"/>\n",
            series % COLOURS, dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"", data));
    return this;
  }

  /** A mark; series have different shapes and colours. */
  Canvas mark(int series, double x, double y, boolean hollow, String words) {
    String classes = "c" + series % COLOURS + (hollow ? " hollow" : "");
    String shape =
        switch (series % SHAPES) {
          case 1 -> format("M%.1f %.1fh8v8h-8z", x - 4, y - 4);
          case 2 -> format("M%.1f %.1fl5 9h-10z", x, y - 5);
          case 3 -> format("M%.1f %.1fl5 5l-5 5l-5 -5z", x, y - 5);
          default -> format("M%.1f %.1fa4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", x - 4, y);
        };
    parts.append(
        format(
            "<path class=\"%s\" d=\"%s\"><title>%s</title></path>\n",
            classes, shape, escaped(words)));
    return this;
  }

  String svg(int height) {
    return format(HEAD, WIDTH, height, escaped(title), WIDTH, height) + parts + "</svg>\n";
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
