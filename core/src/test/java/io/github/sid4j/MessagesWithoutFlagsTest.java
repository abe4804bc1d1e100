package io.github.sid4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The texts of the library name settings by their keys: flags and commands are the command line's,
 * which makes them of {@code key=value}.
 */
class MessagesWithoutFlagsTest {
  private static final Pattern LIBRARY =
      Pattern.compile("(core|baselines|datasets|onnx|report|experiments)/src/main/java/.*[.]java");

  /** Strings, behind comments and characters, which may have quotation marks. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-z]");
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\bsid (train|grow|truncate|evaluate|predict|calibrate|compare|bench|report|runs|watch|export|datasets)\\b");

  /** A word of a command line. */
  private static final Pattern WORD = Pattern.compile("--[a-zA-Z-]*(=[\\w=-]*)?");

  /** These write command lines: for another process, or for a person to repeat a run. */
  private static final Set<String> WRITERS =
      Set.of(
          "Launch.java",
          "Flags.java",
          "CellProcess.java",
          "Configuration.java",
          "WorkerTask.java",
          "Peers.java",
          "Workers.java",
          "Workload.java");

  @Test
  void noTextNamesAFlagOrACommand() throws IOException {
    List<Path> files = ProjectFiles.where(path -> LIBRARY.matcher(path).matches());
    assertThat(files).hasSizeGreaterThan(500);
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      boolean writer = WRITERS.contains(file.getFileName().toString());
      for (String text : literals(ProjectFiles.text(file))) {
        if (isNamed(text) && !(writer && WORD.matcher(text).matches())) {
          found.add(file.getFileName() + ": " + text);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean isNamed(String text) {
    return FLAG.matcher(text).find() || COMMAND.matcher(text).find();
  }

  private static List<String> literals(String source) {
    List<String> literals = new ArrayList<>();
    Matcher each = LITERAL.matcher(source);
    while (each.find()) {
      if (each.group(1) != null) {
        literals.add(each.group(1));
      }
    }
    return literals;
  }

  @Test
  void aFlagIsFoundInATextAndNotInAComment() {
    assertThat(literals("/* \"a\" */ x(\"b --c\"); // \"d\"\ny('\"', \"e\");"))
        .containsExactly("b --c", "e");
    assertThat(isNamed("give --data")).isTrue();
    assertThat(isNamed("--out")).isTrue();
    assertThat(isNamed("use sid grow")).isTrue();
    assertThat(isNamed("a - b -- c")).isFalse();
  }
}
