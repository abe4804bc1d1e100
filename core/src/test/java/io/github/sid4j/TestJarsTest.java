package io.github.sid4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the script {@code sid} builds without tests asks for no jar of tests. */
class TestJarsTest {
  @Test
  void modulesOfTheCommandAskForTestJarsInAProfileAlone() throws IOException {
    List<Path> modules =
        ProjectFiles.where(
            path ->
                path.endsWith("/pom.xml")
                    && !path.startsWith("examples/")
                    && !path.startsWith("site/"));
    assertThat(modules).hasSizeGreaterThan(8);
    for (Path pom : modules) {
      String text = Files.readString(Path.of("..").resolve(pom), StandardCharsets.UTF_8);
      int profiles = text.indexOf("<profiles>");
      assertThat(profiles < 0 ? text : text.substring(0, profiles))
          .as("%s", pom)
          .doesNotContain("<type>test-jar</type>");
    }
  }
}
