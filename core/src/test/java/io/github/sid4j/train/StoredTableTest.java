package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTableTest {
  @TempDir private Path temp;

  @Test
  void theTableOfARunIsReadAgainAsItsModelSays() throws IOException {
    StringBuilder table = new StringBuilder("size;colour;label\n");
    for (int i = 0; i < 40; i++) {
      table.append(i % 2 + 0.5).append(i % 2 == 0 ? ";red;a\n" : ";blue;b\n");
    }
    Path run = temp.resolve("run");
    Training.of(
            Settings.parse(
                Map.of(
                    "dataset", "csv",
                    "data", Files.writeString(temp.resolve("t.csv"), table).toString(),
                    "epochs", "1",
                    "modules", "1",
                    "batch", "8",
                    "threads", "1",
                    "precision", "fp32",
                    "out", run.toString())))
        .run();
    RunPaths paths = new RunPaths(run);
    float[] before = first(StoredData.open(paths).data().test());
    String model = Files.readString(paths.model());
    assertThat(model).contains("\"delimiter\": \"semicolon\"", "\"decimal\": \"point\"");
    // A model of an earlier version, which knew another category.
    Files.writeString(
        paths.model(),
        model
            .replaceFirst("(?s),\\s*\"format\": \\{.*?\\}", "")
            .replaceFirst("(\"input_shape\": \\[\\s*)3", "$14")
            .replace("\"blue\",", "\"blue\", \"green\","));
    float[] earlier = first(StoredData.open(paths).data().test());
    assertThat(earlier).hasSize(before.length + 1);
    assertThat(earlier[0]).isEqualTo(before[0]);
  }

  private static float[] first(Examples examples) {
    float[] values = new float[examples.shape()[0]];
    examples.read(0, values, 0);
    return values;
  }
}
