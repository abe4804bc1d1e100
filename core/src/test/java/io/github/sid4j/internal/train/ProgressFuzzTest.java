package io.github.sid4j.internal.train;

import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.TextMutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A checkpoint's damaged progress; CONTRIBUTING.md has the command that tries for an hour. */
class ProgressFuzzTest {
  private static final int MODULES = 2;

  @Provide
  Arbitrary<byte[]> progress() throws IOException {
    Path file = Files.createTempFile("progress", ".json");
    new ProgressFile(file).write(Progress.start(MODULES).stepped(32));
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Files.delete(file);
    return TextMutations.of(text);
  }

  @Property
  void progress(@ForAll("progress") byte[] bytes) {
    ForeignBytes.readOrRefused(
        bytes, file -> new ProgressFile(file).read(MODULES, new RunLength(3, 5), 1));
  }
}
