package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.testkit.ResidentMemory;
import io.github.sid4j.method.LongRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Steps of every strategy, in any number of parts, leave nothing in native memory. */
@Tag("slow")
class ResidentMemoryTest {
  /** One tensor [64, 64] left by each step would take 6 MB. */
  private static final double BOUND = 4;

  static boolean residentMemoryIsKnown() {
    return ResidentMemory.isKnown();
  }

  @Test
  @EnabledIf("residentMemoryIsKnown")
  void twoThousandStepsLeaveItFlat() throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LongRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(printed).isZero();
    List<String> lines = printed.lines().toList();
    assertThat(lines).hasSize(5);
    for (String line : lines) {
      double growth = Double.parseDouble(line.substring(line.indexOf(' ')));
      assertThat(growth).as("MB: %s", line).isLessThan(BOUND);
    }
  }
}
