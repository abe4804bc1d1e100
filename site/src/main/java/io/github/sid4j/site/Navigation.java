package io.github.sid4j.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** What every page has at its side: the headings and links of the first page. */
final class Navigation {
  private Navigation() {}

  /**
   * A heading or a link.
   *
   * @param text of it
   * @param page that it leads to; null for a heading
   */
  record Entry(String text, Path page) {}

  static List<Entry> of(Sources sources) throws IOException {
    Path index = sources.index();
    List<Entry> entries = new ArrayList<>();
    TextContentRenderer text = TextContentRenderer.builder().build();
    Parser.builder()
        .build()
        .parse(sources.text(index))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                  entries.add(new Entry(text.render(heading.getFirstChild()).strip(), null));
                }
              }

              @Override
              public void visit(Link link) {
                entries.add(
                    new Entry(
                        text.render(link.getFirstChild()).strip(),
                        index.resolveSibling(link.getDestination()).normalize()));
              }
            });
    return entries;
  }
}
