package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir private Path dir;

  @Test
  void fieldsClassesPartsAndSamplesAreShown() throws IOException {
    Path file = dir.resolve("t.jsonl");
    Files.writeString(
        file,
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    "{\"size\": %s, \"kind\": \"%s\", \"tags\": [], \"same\": 1}"
                        .formatted(i, i % 2 == 0 ? "ash" : "oak"))
            .collect(Collectors.joining("\n")));
    SidProcess.Ended ended =
        SidHere.run("datasets", "inspect", file.toString(), "--label-column", "kind");
    assertThat(ended.code()).isZero();
    assertThat(String.join("\n", ended.err())).contains("dataset jsonl, recognized by what is in");
    assertThat(String.join("\n", ended.out()))
        .contains("data      jsonl: 36 samples to train on, 4 to validate, 10 to test")
        .contains("shape     2 numbers")
        .contains("ash |    18 |          2 |    5")
        .contains("t.jsonl:3 is ash")
        .contains("lists or have parts: tags")
        .contains("oddity");
  }

  @Test
  void badDataEndsWithALine() throws IOException {
    Files.writeString(dir.resolve("t.jsonl"), "nothing\n");
    SidProcess.Ended ended = SidHere.run("datasets", "inspect", dir.resolve("t.jsonl").toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(String.join("\n", ended.err())).contains("t.jsonl line 1: expected a JSON object");
  }
}
