package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.train.RunEvaluation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command that some pages show, {@linkplain ShortTraining shortened} and on a few
 * examples. Those that take long whatever the data is are read as far as their settings. A class
 * for each part of the pages, so that two processes can share the work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentedCommands {
  private static final Path PROJECT = Path.of("..");

  /** Other tests start these in earnest. */
  private static final String[] ONLY_READ = {"bench", "compare", "watch"};

  private static final Set<String> FILES =
      Set.of(
          "DIR",
          "path/to/images",
          "path/to/more",
          "path/to/messages.csv",
          "path/to/shards",
          "more.csv",
          "lines.txt",
          "glove.6B.100d.txt",
          "path/to/tiny-imagenet-200",
          "resnet18.safetensors",
          "weights.safetensors",
          "vgg.safetensors",
          "names.yaml",
          "photo.jpg",
          "docs/four.png",
          "folder-of-images",
          "table.csv",
          "goods.csv",
          "more-goods.csv",
          "halves",
          "left.csv",
          "rows.csv",
          "run.yaml");

  /** Runs that pages speak of without having trained them. */
  private static final List<String> PRESUPPOSED =
      List.of("runs/a", "runs/b", "runs/c", "runs/photos");

  private Path world;

  private int made;

  /** Whether the commands of a page are run here. */
  abstract boolean has(String page);

  @BeforeAll
  void prepare(@TempDir Path folder) throws IOException {
    world = folder;
    TinyWorld.create(world);
    // What pages presuppose: runs on images, and one on a table for what has rows in it.
    String images = world.resolve("path/to/images").toString();
    for (String name : PRESUPPOSED) {
      run(
          List.of(
              "train",
              "--dataset",
              "folder",
              "--data",
              images,
              "--image-size",
              "16",
              "--network",
              "mlp",
              "--epochs",
              "1",
              "--quiet",
              "--out",
              world.resolve(name).toString()));
    }
    run(
        List.of(
            "train",
            "--dataset",
            "csv",
            "--data",
            world.resolve("table.csv").toString(),
            "--label-column",
            "species",
            "--epochs",
            "1",
            "--quiet",
            "--out",
            world.resolve("runs/rows").toString()));
  }

  List<DocumentedCommand> commands() throws IOException {
    List<Path> pages =
        new ArrayList<>(List.of(PROJECT.resolve("README.md"), PROJECT.resolve("specs/README.md")));
    try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<DocumentedCommand> commands = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    pages.removeIf(page -> !has(PROJECT.relativize(page).toString().replace('\\', '/')));
    for (Path page : pages) {
      for (DocumentedCommand command : DocumentedCommand.of(page)) {
        // What speaks of no run is the same on every page.
        boolean ofPage = command.words().stream().anyMatch(word -> word.startsWith("runs/"));
        if (ofPage || seen.add(command.words())) {
          commands.add(command);
        }
      }
    }
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatAPageShowsWorks(DocumentedCommand command) throws IOException {
    List<String> words = adapted(command);
    // A build asks no server of others.
    boolean fetches = words.stream().anyMatch(word -> word.startsWith("hf:"));
    if (command.is(ONLY_READ) || fetches) {
      parse(words);
      int out = words.indexOf("--out");
      if (fetches && out >= 0) {
        // What follows on the page finds a run on the same photos.
        copy(world.resolve("runs/photos"), Path.of(words.get(out + 1)));
      }
      return;
    }
    InputStream before = System.in;
    if (command.input() != null) {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(world.resolve(command.input()))));
    }
    try {
      run(words);
    } finally {
      System.setIn(before);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.sorted().toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  /** Flags and their values, and specifications that are there. */
  private static void parse(List<String> words) {
    Terminal terminal = new Captured(false, false).terminal();
    try (StopRequest stop = new StopRequest(terminal)) {
      new CommandTree(terminal, stop, null, RunEvaluation::of)
          .all()
          .parseArgs(words.toArray(String[]::new));
    }
    assertThat(words.stream().filter(word -> word.startsWith("specs/")))
        .allSatisfy(spec -> assertThat(PROJECT.resolve(spec)).isRegularFile());
  }

  private static void run(List<String> words) {
    SidProcess.Ended ended = SidHere.run(words.toArray(String[]::new));
    assertThat(ended.code()).as("%s", ended.err()).isZero();
  }

  /** The same command with the files of this test, and short. */
  private List<String> adapted(DocumentedCommand command) throws IOException {
    boolean rows =
        command.input() != null || command.words().stream().anyMatch(w -> w.endsWith(".csv"));
    List<String> words = new ArrayList<>();
    for (String word : command.words()) {
      if (word.equals("runs/a") && rows) {
        words.add(world.resolve("runs/rows").toString());
      } else if (FILES.contains(word)
          || word.matches("runs/.*|answers\\.csv|[\\w-]+\\.(onnx|safetensors)")) {
        words.add(ofPage(command, word).toString());
      } else {
        words.add(word);
      }
    }
    out(words);
    if (command.is("train", "grow", "truncate", "report") && !words.contains("--out")) {
      words.addAll(List.of("--out", world.resolve("made/" + made++).toString()));
    }
    if (!command.is("train", "grow")) {
      return words;
    }
    if (words.remove("--download")) {
      words.addAll(List.of("--data", world.resolve("DIR").toString()));
    }
    return ShortTraining.of(words);
  }

  /** Each page has runs and files of its own, beside those that are presupposed. */
  private Path ofPage(DocumentedCommand command, String word) throws IOException {
    Path presupposed = world.resolve(word);
    Path own = world.resolve("pages").resolve(command.page()).resolve(word);
    Files.createDirectories(own.getParent());
    boolean there = PRESUPPOSED.stream().anyMatch(run -> (word + "/").startsWith(run + "/"));
    return FILES.contains(word) || there ? presupposed : own;
  }

  private void out(List<String> words) {
    int out = words.indexOf("--out");
    if (out >= 0 && !words.get(out + 1).startsWith(world.toString())) {
      words.set(out + 1, world.resolve(words.get(out + 1)).toString());
    }
  }
}
