package io.github.sid4j.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the table of packages in the document, and the table to the code. */
class ArchitectureDocTest {
  private static final String ROOT = "io.github.sid4j.";
  private static final Path DOCUMENT = Path.of("../docs/architecture.md");
  private static final Path SOURCES = Path.of("src/main/java/io/github/sid4j");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.sid4j");

  @Test
  void theTableNamesEveryPackage() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> folders = Files.list(SOURCES)) {
      folders.filter(Files::isDirectory).forEach(dir -> found.add(dir.getFileName().toString()));
    }
    assertThat(table().keySet()).containsExactlyElementsOf(found);
  }

  @Test
  void everyPackageKnowsNoneButThoseOfItsRow() throws IOException {
    table()
        .forEach(
            (name, known) -> {
              String[] allowed =
                  Stream.concat(Stream.of(name), known.stream())
                      .map(ArchitectureDocTest::packages)
                      .toArray(String[]::new);
              classes()
                  .that()
                  .resideInAPackage(packages(name))
                  .should()
                  .onlyDependOnClassesThat(
                      resideOutsideOfPackage("io.github.sid4j..").or(resideInAnyPackage(allowed)))
                  .check(CODE);
            });
  }

  @Test
  void onlyTheEngineKnowsNativeCode() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packages("engine"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", "com.sun.jna..")
        .check(CODE);
  }

  private static String packages(String name) {
    return ROOT + name + "..";
  }

  /** For each package those that it may know. */
  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> known = new TreeSet<>();
        Matcher name = NAME.matcher(row.group(2));
        while (name.find()) {
          known.add(name.group(1));
        }
        table.put(row.group(1), known);
      }
    }
    return table;
  }
}
