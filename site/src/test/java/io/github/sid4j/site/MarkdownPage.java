package io.github.sid4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What links and headings a page has.
 *
 * @param links targets of links and pictures
 * @param anchors names of the headings
 */
record MarkdownPage(List<String> links, Set<String> anchors) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static MarkdownPage of(Path file) throws IOException {
    Collector collector = new Collector();
    Node document = PARSER.parse(Files.readString(file));
    document.accept(collector);
    return new MarkdownPage(collector.links, collector.anchors);
  }

  private static final class Collector extends AbstractVisitor {
    private final List<String> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final IdGenerator ids = IdGenerator.builder().build();
    private final TextContentRenderer text = TextContentRenderer.builder().build();

    @Override
    public void visit(Heading heading) {
      StringBuilder words = new StringBuilder();
      for (Node part = heading.getFirstChild(); part != null; part = part.getNext()) {
        words.append(text.render(part));
      }
      anchors.add(ids.generateId(words.toString().replace("\"", "")));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
    }
  }
}
