package io.github.sid4j.report.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.internal.report.html.Element;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A real browser without a window, where one is installed. */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Chromium() {}

  private static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Skips a test where there is none, and says so. */
  public static void assumeInstalled() {
    assumeTrue(installed().isPresent(), "none on the PATH of " + String.join(", ", NAMES));
  }

  /**
   * What the browser makes of a page.
   *
   * @param temp a folder for its profile
   * @param url of the page
   * @param options of the browser
   */
  public static Document dom(Path temp, String url, String... options) throws Exception {
    Path dom = temp.resolve("dom.html");
    List<String> command =
        new ArrayList<>(
            List.of(
                installed().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + temp.resolve("profile"),
                "--window-size=1500,1000",
                "--dump-dom"));
    command.addAll(List.of(options));
    command.add(url);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Jsoup.parse(Files.readString(dom));
  }

  /** What it makes of a page in frames of several widths. */
  public static Document framed(Path temp, String page, int... widths) throws Exception {
    // In frames, since a window without a screen is never narrower than 500 pixels.
    StringBuilder frames = new StringBuilder();
    for (int width : widths) {
      Element.of("iframe")
          .with("srcdoc", page)
          .with("width", width)
          .with("height", 900)
          .with("style", "border: 0")
          .write(frames);
    }
    Path outer = temp.resolve("outer.html");
    Files.writeString(outer, "<!DOCTYPE html><meta charset=\"utf-8\"><title>.</title>" + frames);
    return dom(temp, outer.toUri().toString());
  }
}
