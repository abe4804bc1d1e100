package io.github.sid4j.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings accept the comparisons that sid4j ships. */
class ReadySpecsTest {
  private static final Path FOLDER = Path.of("../specs");

  static List<Path> specs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyCellIsPossibleOrUndefinedForAGoodReason(Path file) throws IOException {
    Spec spec = Spec.read(file);
    assertThat(file).hasFileName(spec.name() + ".yaml");
    Plan plan = Plan.of(spec, List.of());
    assertThat(plan.possible())
        .filteredOn(cell -> cell.refusal().isPresent())
        .allMatch(cell -> cell.refusal().get().matches("network: .*with method.*vit-tiny.*"));
  }

  @Test
  void eachComesInBothSizesAndIsListed() throws IOException {
    String list = Files.readString(FOLDER.resolve("README.md"));
    assertThat(specs()).hasSizeGreaterThan(10);
    for (Path file : specs()) {
      String name = file.getFileName().toString().replaceAll("-(small|full)\\.yaml$", "");
      assertThat(FOLDER.resolve(name + "-small.yaml")).exists();
      assertThat(FOLDER.resolve(name + "-full.yaml")).exists();
      assertThat(list).contains("| `" + name + "` |");
    }
  }
}
