package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDamageTest {
  private static final List<String> FILES = List.of("state.json", "weights.safetensors");

  private CheckpointStore store;
  private Path newest;
  private final Map<Path, byte[]> good = new HashMap<>();

  @BeforeEach
  void saveTwo(@TempDir Path folder) throws IOException {
    store = CheckpointStore.open(folder, 2);
    for (long step : new long[] {10, 20}) {
      store.save(
          step,
          into -> {
            Map<String, StoredTensor> weights = Map.of("w", Tensors.of(ElementType.F32, step, 2));
            Safetensors.write(into.resolve("weights.safetensors"), weights, Map.of());
            Files.writeString(into.resolve("state.json"), "{\"epoch\": " + step + "}");
          });
    }
    newest = folder.resolve("step-000000020");
    for (Path file : CheckpointFolder.list(newest)) {
      good.put(file, Files.readAllBytes(file));
    }
    assertThat(good).hasSize(3);
  }

  @Test
  void aFlippedBitInAnyByteIsFoundOrHarmless() throws IOException {
    for (Map.Entry<Path, byte[]> entry : good.entrySet()) {
      for (int i = 0; i < entry.getValue().length; i++) {
        byte[] bad = entry.getValue().clone();
        bad[i] ^= (byte) (1 << i % 8);
        Files.write(entry.getKey(), bad);
        assertOlderOrUnharmed();
      }
      Files.write(entry.getKey(), entry.getValue());
    }
  }

  @Test
  void everyTruncationIsFoundOrHarmless() throws IOException {
    for (Map.Entry<Path, byte[]> entry : good.entrySet()) {
      for (int length = 0; length < entry.getValue().length; length++) {
        Files.write(entry.getKey(), Arrays.copyOf(entry.getValue(), length));
        assertOlderOrUnharmed();
      }
      Files.write(entry.getKey(), entry.getValue());
    }
  }

  @Test
  void everyMissingFileIsFound() throws IOException {
    for (Map.Entry<Path, byte[]> entry : good.entrySet()) {
      Files.delete(entry.getKey());
      assertThat(assertOlderOrUnharmed()).isEqualTo(10);
      Files.write(entry.getKey(), entry.getValue());
    }
    assertThat(assertOlderOrUnharmed()).isEqualTo(20);
  }

  @Test
  void aManifestOfAnotherFormOrStepIsRefused() throws IOException {
    Manifest read = manifest();
    assertRefused(
        new Manifest(read.formatVersion() + 1, 20, read.files()), "expected format_version 1");
    assertRefused(
        new Manifest(read.formatVersion(), 21, read.files()), "expected step 20 as the folder's");
  }

  /** It could be whole, and none of this checkpoint's. */
  @Test
  void aManifestWithAPathOutOfItsFolderIsRefused() throws IOException {
    Path older = newest.resolveSibling("step-000000010");
    TreeMap<String, Manifest.Entry> files = new TreeMap<>(manifest().files());
    files.put("../step-000000010/state.json", Fingerprint.of(older.resolve("state.json")));
    assertRefused(new Manifest(Manifest.FORMAT_VERSION, 20, files), "expected plain file names");
  }

  private Manifest manifest() throws IOException {
    Path file = newest.resolve(Manifest.NAME);
    return Manifest.parse(file, Files.readAllBytes(file));
  }

  private void assertRefused(Manifest manifest, String expected) throws IOException {
    Files.write(newest.resolve(Manifest.NAME), manifest.toJson());
    List<String> warnings = new ArrayList<>();
    assertThat(store.newest(warnings::add).orElseThrow().step()).isEqualTo(10);
    assertThat(warnings).singleElement().asString().contains(expected);
  }

  private long assertOlderOrUnharmed() throws IOException {
    List<String> warnings = new ArrayList<>();
    Checkpoint found = store.newest(warnings::add).orElseThrow();
    assertThat(found.files()).isEqualTo(FILES);
    if (found.step() == 20) {
      for (String file : FILES) {
        Path path = found.file(file);
        assertThat(Files.readAllBytes(path)).isEqualTo(good.get(path));
      }
      assertThat(warnings).isEmpty();
    } else {
      assertThat(found.step()).isEqualTo(10);
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("step-000000020")
          .endsWith("resuming from step 10")
          .doesNotContain("\n");
    }
    return found.step();
  }
}
