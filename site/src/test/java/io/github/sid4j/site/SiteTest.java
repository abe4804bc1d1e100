package io.github.sid4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  private static final Path PROJECT = Path.of("..");

  @TempDir private static Path site;

  private static List<Path> pages;

  @BeforeAll
  static void build() throws IOException {
    Site.build(PROJECT, site);
    try (Stream<Path> files = Files.walk(site)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Test
  void everyLinkLeadsToAPageAndAPlaceInIt() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      for (Element link : Jsoup.parse(page).select("a[href]")) {
        String target = link.attr("href");
        if (target.matches("https?:.*")) {
          continue;
        }
        String[] parts = target.split("#", 2);
        Path to = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean whole =
            Files.isRegularFile(to)
                && (parts.length == 1 || Jsoup.parse(to).getElementById(parts[1]) != null);
        if (!whole) {
          broken.add(site.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageOfTheDocsIsOnTheSiteAndCanBeReachedFromTheFirst() throws IOException {
    Document first = Jsoup.parse(site.resolve("docs/index.html"));
    List<String> reached = first.select("main a").eachAttr("href");
    Path docs = PROJECT.resolve("docs");
    try (Stream<Path> files = Files.walk(docs)) {
      List<String> expected =
          files
              .map(file -> docs.relativize(file).toString())
              .filter(name -> !name.matches(".*adr.\\d.*|results/.*"))
              .filter(name -> name.endsWith(".md") && !name.equals("index.md"))
              .map(name -> name.replace(".md", ".html"))
              .toList();
      assertThat(reached).containsAll(expected);
    }
  }

  @Test
  void linksInTheSourcesLeadToFilesThatAreThere() throws IOException {
    Sources sources = Sources.of(PROJECT);
    List<String> broken = new ArrayList<>();
    for (Path page : sources.pages()) {
      for (String target : SourceLinks.of(sources.text(page))) {
        Path to = PROJECT.resolve(page).resolveSibling(target.split("#", 2)[0]);
        if (!target.matches("[a-z]+:.*") && !Files.exists(to)) {
          broken.add(page + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void picturesAreThereAndPagesAskForNothingElse() throws IOException {
    for (Path page : pages) {
      Document document = Jsoup.parse(page);
      assertThat(document.select("script, link, iframe")).as(page.toString()).isEmpty();
      for (String picture : document.select("img").eachAttr("src")) {
        assertThat(page.resolveSibling(picture)).isRegularFile();
      }
    }
  }

  @Test
  void thePolicyNamesThePagesOwnStyleByItsHash() throws Exception {
    for (Path page : pages) {
      Document document = Jsoup.parse(page);
      String policy = document.select("meta[http-equiv=Content-Security-Policy]").attr("content");
      assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
      for (Element style : document.select("style")) {
        byte[] sum =
            MessageDigest.getInstance("SHA-256")
                .digest(style.data().getBytes(StandardCharsets.UTF_8));
        assertThat(policy)
            .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "';");
      }
      assertThat(document.select("[style]")).as(page.toString()).isEmpty();
    }
  }

  @Test
  void marksForTestsAreNotShown() throws IOException {
    assertThat(Files.readString(site.resolve("docs/reference/run-folder.html")))
        .doesNotContain("&lt;!--");
  }
}
