package io.github.sid4j.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.report.testkit.PagePolicy;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;

/** Reads a page as browsers do, and holds it to what every page must be. */
final class Pages {
  private Pages() {}

  static Document read(Path file) throws Exception {
    String text = Files.readString(file);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = Jsoup.parse(text, parser);
    assertThat(parser.getErrors()).isEmpty();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text.substring(text.indexOf('\n')))));

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("[href]").eachAttr("href"))
        .allSatisfy(
            link -> {
              assertThat(link).startsWith("#");
              assertThat(page.getElementById(link.substring(1))).as(link).isNotNull();
            });
    assertThat(page.select("[src]").eachAttr("src")).allMatch(it -> it.startsWith("data:image/"));
    assertThat(page.select("link, iframe, object, embed, [style]")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(page.select("script")).hasSize(1);
    PagePolicy.check(page);
    return page;
  }

  static Document write(Path out, String title, List<Entry> entries) throws Exception {
    ReportPage.write(out, title, entries);
    return read(out);
  }

  /** The texts of a section's paragraphs, tables and so on; empty without such a section. */
  static String section(Document page, String heading) {
    return page.select("main > section").stream()
        .filter(section -> section.select("h2").text().equals(heading))
        .map(Element::text)
        .findFirst()
        .orElse("");
  }
}
