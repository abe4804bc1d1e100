package io.github.sid4j.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** One page. */
final class Page {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final String EXTERNAL = "[a-z]+:.*|#.*";

  private final Sources sources;
  private final Path path;
  private final Node document;

  Page(Sources sources, Path path) throws IOException {
    this.sources = sources;
    this.path = path;
    this.document = Parser.builder().extensions(EXTENSIONS).build().parse(sources.text(path));
  }

  String html(List<Navigation.Entry> navigation) throws IOException {
    document.accept(new Adapting());
    String content =
        HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build().render(document);
    // A browser reads every line end as \n, and takes the hash of what it has read.
    String style = "\n" + resource("page.css").replaceAll("\\r\\n?", "\n");
    return resource("page.html")
        .replace("{style-hash}", hash(style))
        .replace("{style}", style)
        .replace("{title}", escaped(title()))
        .replace("{navigation}", navigation(navigation))
        .replace(
            "{content}",
            content
                .replace("<table>", "<div class=\"wide\"><table>")
                .replace("</table>", "</table></div>"));
  }

  private String title() {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        return TextContentRenderer.builder().build().render(heading.getFirstChild()).strip();
      }
    }
    throw new IllegalStateException(path + " has no heading");
  }

  private String navigation(List<Navigation.Entry> entries) {
    StringBuilder html = new StringBuilder();
    for (Navigation.Entry entry : entries) {
      if (entry.page() == null) {
        html.append("<h2>").append(escaped(entry.text())).append("</h2>\n");
      } else {
        boolean here = entry.page().equals(path);
        html.append("<a href=\"")
            .append(escaped(link(Sources.target(entry.page()))))
            .append(here ? "\" aria-current=\"page\">" : "\">")
            .append(escaped(entry.text()))
            .append("</a>\n");
      }
    }
    return html.toString();
  }

  /** From this page to another file of the site. */
  private String link(Path to) {
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    Path relative = folder.toString().isEmpty() ? to : folder.relativize(to);
    return relative.toString().replace('\\', '/');
  }

  /** Turns links to Markdown into links to HTML; what is not on the site loses its link. */
  private final class Adapting extends AbstractVisitor {
    @Override
    public void visit(Link link) {
      visitChildren(link);
      String destination = link.getDestination();
      if (destination.matches(EXTERNAL)) {
        return;
      }
      String[] parts = destination.split("#", 2);
      Path to = path.resolveSibling(parts[0]).normalize();
      if (sources.pages().contains(to)) {
        link.setDestination(link(Sources.target(to)) + (parts.length == 2 ? "#" + parts[1] : ""));
      } else {
        // A file or folder of the sources: its name remains.
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }

    /** Marks for the tests. */
    @Override
    public void visit(HtmlBlock block) {
      block.unlink();
    }
  }

  /** Names the style sheet in the page's content security policy. */
  private static String hash(String style) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
