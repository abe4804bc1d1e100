package io.github.sid4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the site: a page of HTML for each page of Markdown, in the same folders, with links between
 * them, and the pictures beside them. The pages need no script and nothing from elsewhere, so they
 * can be read from a disk or put on any server.
 */
public final class Site {
  private Site() {}

  /**
   * Makes the site.
   *
   * @param args the folder of the project, and where the site goes
   * @throws IOException if something cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    build(Path.of(args[0]).normalize(), Path.of(args[1]));
  }

  /**
   * Makes the site.
   *
   * @param project the folder that has {@code docs}
   * @param out made if it is not there; pages in it are replaced
   * @throws IOException if something cannot be read or written
   */
  static void build(Path project, Path out) throws IOException {
    Sources sources = Sources.of(project);
    List<Navigation.Entry> navigation = Navigation.of(sources);
    for (Path page : sources.pages()) {
      String html = new Page(sources, page).html(navigation);
      write(out.resolve(Sources.target(page)), html);
    }
    for (Path picture : sources.pictures()) {
      Path copy = out.resolve(picture);
      Files.createDirectories(copy.getParent());
      Files.copy(project.resolve(picture), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    // A reader of the folder, or a server, starts here.
    String begin =
        """
        <!DOCTYPE html>
        <meta charset="utf-8"><title>sid4j</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
        <meta http-equiv="refresh" content="0; url=docs/index.html">
        <p><a href="docs/index.html">sid4j</a></p>
        """;
    write(out.resolve("index.html"), begin);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
