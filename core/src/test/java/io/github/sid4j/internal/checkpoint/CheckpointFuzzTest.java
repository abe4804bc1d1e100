package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.Mutations;
import io.github.sid4j.testkit.TextMutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Damaged files of checkpoints; CONTRIBUTING.md has the command that tries for an hour. */
class CheckpointFuzzTest {
  @Provide
  Arbitrary<byte[]> manifest() throws IOException {
    Manifest manifest =
        new Manifest(
            1,
            20,
            new TreeMap<>(
                Map.of(
                    "state.json", new Manifest.Entry(13, "ab12"),
                    "weights.safetensors", new Manifest.Entry(1000, "cd34"))));
    return TextMutations.of(new String(manifest.toJson(), StandardCharsets.UTF_8));
  }

  @Property
  void manifest(@ForAll("manifest") byte[] bytes) {
    Path file = Path.of("manifest.json");
    ForeignBytes.readOrRefused(file.toString(), () -> Manifest.parse(file, bytes));
  }

  @Property
  void folderOfADamagedManifest(@ForAll("manifest") byte[] bytes) throws IOException {
    Path folder = Files.createTempDirectory("sid4j-fuzz");
    Path file = Files.write(folder.resolve(Manifest.NAME), bytes);
    try {
      ForeignBytes.readOrRefused(folder.toString(), () -> CheckpointFolder.verify(folder, 20));
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<byte[]> tensors() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, Tensors.small(), Map.of("steps", "7"));
    return Mutations.of(out.toByteArray());
  }

  @Property
  void tensors(@ForAll("tensors") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, Safetensors::read);
  }
}
