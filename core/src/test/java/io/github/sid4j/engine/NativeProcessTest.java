package io.github.sid4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.engine.HostProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case has a process of its own, since libtorch is loaded once. */
class NativeProcessTest {
  @ParameterizedTest
  @CsvSource({"nothing, 0, one, null", "leave, null, several, null", "tune, 0, one, passive"})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the libraries have other names there")
  void theProcessIsChangedAsFarAsItsProgramAllows(
      String choice, String limit, String openBlas, String policy)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HostProcess.class.getName(),
            choice);
    builder.environment().keySet().removeIf(name -> name.matches("(OMP|OPENBLAS|GOMP|MALLOC).*"));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    // With one core there is one thread anyway.
    String threads = Runtime.getRuntime().availableProcessors() == 1 ? "one" : openBlas;
    assertThat(output.lines())
        .containsExactly("limit " + limit, "openblas " + threads, "policy " + policy, "late");
  }
}
