package io.github.sid4j.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages lead to files, headings and pictures that are there, and the site has all of them. */
class PageLinksTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path DOCS = PROJECT.resolve("docs");
  private static final long LARGEST_PICTURE = 200_000;
  private static final List<String> OUTSIDE =
      List.of(
          "README.md",
          "SECURITY.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md",
          "THIRD-PARTY.md",
          "specs/README.md",
          "bench/distributed/README.md",
          "bench/peers/README.md");

  private static final Map<Path, MarkdownPage> PAGES = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    List<Path> files = new ArrayList<>(inDocs(".md"));
    OUTSIDE.forEach(name -> files.add(PROJECT.resolve(name)));
    for (Path file : files) {
      PAGES.put(file.normalize(), MarkdownPage.of(file));
    }
  }

  private static List<Path> inDocs(String end) throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  @Test
  void everyLinkLeadsToAFileAndAHeadingInIt() {
    List<String> broken = new ArrayList<>();
    PAGES.forEach(
        (file, page) -> {
          for (String link : page.links()) {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(file, link)) {
              broken.add(PROJECT.relativize(file) + " -> " + link);
            }
          }
        });
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path file, String link) {
    String[] parts = link.split("#", 2);
    Path to = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    if (parts.length == 1) {
      return Files.exists(to);
    }
    MarkdownPage page = PAGES.get(to);
    return page != null && page.anchors().contains(parts[1]);
  }

  @Test
  void theSiteHasEveryPage() throws IOException {
    List<String> navigation =
        Files.readAllLines(Path.of("mkdocs.yml")).stream()
            .filter(line -> line.endsWith(".md"))
            .map(line -> line.replaceFirst(".*[ ]", ""))
            .toList();
    assertThat(navigation)
        .containsAll(
            inDocs(".md").stream()
                .map(file -> DOCS.relativize(file).toString().replace('\\', '/'))
                .toList());
  }

  @Test
  void everyPictureIsSmallAndOnAPage() throws IOException {
    List<Path> shown = new ArrayList<>();
    PAGES.forEach(
        (file, page) ->
            page.links().stream()
                .filter(link -> link.matches(".*\\.(png|svg)"))
                .forEach(link -> shown.add(file.resolveSibling(link).normalize())));
    List<Path> pictures = new ArrayList<>(inDocs(".svg"));
    pictures.addAll(inDocs(".png"));
    for (Path picture : pictures) {
      assertThat(Files.size(picture)).as(picture.toString()).isLessThan(LARGEST_PICTURE);
      assertThat(shown).contains(picture.normalize());
    }
  }
}
