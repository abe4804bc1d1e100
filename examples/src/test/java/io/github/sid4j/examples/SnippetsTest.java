package io.github.sid4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the lines of Java that pages show without a program around them. */
class SnippetsTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Path README = Path.of("../README.md");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final List<String> PACKAGES =
      List.of(
          "cascade",
          "data",
          "engine",
          "export",
          "method",
          "model",
          "network",
          "optim",
          "predict",
          "reshape",
          "run",
          "settings",
          "train");

  /** What the lines of a page presuppose. */
  private static final Map<String, String> BEFORE =
      Map.of(
          "export.md",
          """
          record Swish() implements Layer {
            public Tensor forward(Tensor x) {
              return Functional.relu(x);
            }
            public Parameters parameters() {
              return Parameters.none();
            }
          }
          Cascade cascade =
              Networks.builtIn().create(
                  Settings.parse(Map.of("network", "simple-cnn", "modules", "2")),
                  new int[] {3, 32, 32},
                  10,
                  new Initializer(1, DType.FLOAT32));
          List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
          Preprocessing preprocessing =
              new Preprocessing(255, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
          Path file = Files.createTempDirectory("snippet").resolve("model.onnx");
          """);

  private static final String CLASSES = System.getProperty("java.class.path");

  @TempDir private static Path folder;

  /** What the lines speak of: a run, and a picture to classify. */
  @BeforeAll
  static void prepare() throws IOException {
    Trained trained = train("mine");
    train("long");
    trainTexts();
    trainGoods();
    byte[] picture = trained.data().test().png(0).orElseThrow();
    Files.write(folder.resolve("cat.png"), picture);
    Files.write(folder.resolve("photo.jpg"), picture);
    Files.createDirectories(folder.resolve("docs"));
    Files.copy(DOCS.resolve("four.png"), folder.resolve("docs/four.png"));
  }

  private static void trainTexts() throws IOException {
    StringBuilder rows = new StringBuilder("label,text\n");
    for (int i = 0; i < 30; i++) {
      rows.append("ham,see you at the station at %s o'clock\n".formatted(i % 12));
      rows.append("spam,you won prize number %s today\n".formatted(i));
    }
    train("texts", "text", rows);
  }

  private static void trainGoods() throws IOException {
    StringBuilder rows = new StringBuilder("price,brand,title,label\n");
    for (int i = 0; i < 30; i++) {
      rows.append("%s,Anna,blue cup with number %s,kitchen\n".formatted(10 + i % 5, i));
      rows.append("%s,Otto,oak chair with number %s,garden\n".formatted(70 + i % 5, i));
    }
    train("goods", "csv", rows);
  }

  private static void train(String name, String dataset, CharSequence rows) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), rows);
    String out = folder.resolve("runs").resolve(name).toString();
    Map<String, String> settings =
        Map.of(
            "dataset", dataset, "data", file.toString(), "epochs", "1", "threads", "1", "out", out);
    Training.of(Settings.parse(settings)).run().close();
  }

  private static Trained train(String name) throws IOException {
    String out = folder.resolve("runs").resolve(name).toString();
    return Training.of(Settings.parse(Map.of("epochs", "1", "threads", "1", "out", out))).run();
  }

  /**
   * Lines of a page.
   *
   * @param page that shows them
   * @param code the lines
   */
  record Snippet(String page, String code) {
    @Override
    public String toString() {
      return page + ": " + code.lines().findFirst().orElse("").replaceAll("[\"\\\\]", "'");
    }
  }

  static List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(DOCS)) {
      Stream<Path> files = Stream.concat(pages, Stream.of(README));
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
          // Whole programs are those of the examples, and run with them.
          if (!block.group(1).startsWith("import ")) {
            snippets.add(new Snippet(page.getFileName().toString(), block.group(1)));
          }
        }
      }
    }
    return snippets;
  }

  /** In one process, since the start of one takes longer than the lines themselves. */
  @Test
  void whatPagesShowCompilesAndRuns() throws IOException, InterruptedException {
    List<Snippet> snippets = snippets();
    Path sources = Files.createTempDirectory(folder, "snippets");
    List<String> compile =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", CLASSES, "-d", sources.toString()));
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < snippets.size(); i++) {
      String name = "Snippet" + i;
      Path source = sources.resolve(name + ".java");
      Files.writeString(source, program(name, snippets.get(i)));
      compile.add(source.toString());
      calls.append("    System.out.println(\"begins: %s\");%n".formatted(snippets.get(i)));
      calls.append("    %s.main(args);%n".formatted(name));
    }
    Path all = sources.resolve("All.java");
    Files.writeString(
        all,
        "class All {\n  public static void main(String[] args) throws Exception {\n"
            + calls
            + "  }\n}\n");
    compile.add(all.toString());
    int errors =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new));
    assertThat(errors).isZero();
    Path log = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                CLASSES + System.getProperty("path.separator") + sources,
                "All")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
  }

  private static String program(String name, Snippet snippet) {
    String imports =
        PACKAGES.stream()
            .map(each -> "import io.github.sid4j." + each + ".*;\n")
            .collect(Collectors.joining());
    return imports
        + "import java.nio.file.*;\nimport java.util.*;\n"
        + "class %s {\n  public static void main(String[] args) throws Exception {\n"
            .formatted(name)
        + BEFORE.getOrDefault(snippet.page(), "")
        + snippet.code()
        + "  }\n}\n";
  }
}
