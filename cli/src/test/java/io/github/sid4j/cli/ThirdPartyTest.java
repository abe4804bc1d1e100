package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the list of licences with the libraries on the class path. */
class ThirdPartyTest {
  private static final Path LIST = Path.of("../THIRD-PARTY.md");

  /** On the class path of the tests, but not among what users get. */
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          "junit-.*|assertj-.*|byte-buddy|archunit.*|opentest4j|apiguardian-api|surefire-.*");

  private static final Pattern VERSION = Pattern.compile("-\\d[\\w.]*(-\\d[\\w.]*)?(-[a-z].*)?$");
  private static final Pattern NAME = Pattern.compile("`([a-z][a-z0-9.-]*)`");

  @Test
  void theListNamesEveryLibraryThatUsersGetAndNoOther() throws IOException {
    Set<String> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !name.startsWith("sid"))
            .map(name -> VERSION.matcher(name.substring(0, name.length() - 4)).replaceFirst(""))
            .filter(name -> !FOR_TESTS.matcher(name).matches())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed()).isEqualTo(libraries);
  }

  private static Set<String> listed() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> NAME.matcher(line.split("\\|", -1)[1]).results())
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
