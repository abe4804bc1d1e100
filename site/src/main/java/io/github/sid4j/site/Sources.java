package io.github.sid4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the site is made of.
 *
 * @param project its folder
 * @param pages in Markdown, relative to the folder
 * @param pictures relative to the folder
 */
record Sources(Path project, List<Path> pages, List<Path> pictures) {
  private static final Path DOCS = Path.of("docs");
  private static final List<Path> OTHERS =
      List.of(
          Path.of("README.md"),
          Path.of("SECURITY.md"),
          Path.of("CONTRIBUTING.md"),
          Path.of("CHANGELOG.md"),
          Path.of("specs", "README.md"),
          Path.of("bench", "peers", "README.md"));

  static Sources of(Path project) throws IOException {
    return new Sources(
        project,
        Stream.concat(inDocs(project, ".md").stream(), OTHERS.stream()).toList(),
        Stream.concat(inDocs(project, ".svg").stream(), inDocs(project, ".png").stream()).toList());
  }

  private static List<Path> inDocs(Path project, String end) throws IOException {
    try (Stream<Path> files = Files.list(project.resolve(DOCS))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(end))
          .map(project::relativize)
          .sorted()
          .toList();
    }
  }

  String text(Path page) throws IOException {
    return Files.readString(project.resolve(page));
  }

  /** The page of HTML that is made of a page of Markdown. */
  static Path target(Path page) {
    return Path.of(page.toString().replaceFirst("\\.md$", ".html"));
  }

  Path index() {
    return DOCS.resolve("index.md");
  }
}
