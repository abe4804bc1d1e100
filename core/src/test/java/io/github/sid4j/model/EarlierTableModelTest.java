package io.github.sid4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TableReader;
import io.github.sid4j.internal.data.TableRows;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTableModelTest {
  private static final String MODEL =
      """
      {"format_version": 1, "dataset": "csv", "network": "mlp", "class_names": ["a", "b"],
       "input_shape": [3],
       "input": {"kind": "table", "label": "label", "columns": [
         {"name": "size", "encoder": {"kind": "number",
           "standardiser": {"mean": 0.0, "scale": 1.0}, "marks_missing": true}},
         {"name": "hue", "encoder": {"kind": "category", "categories": ["red"]}}]}}
      """;

  @Test
  void aModelWithoutATableFormatIsReadAndKeepsTheFormatItHad(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), MODEL);
    ModelDescription model = RunJson.read(file, ModelDescription.class);
    TableEncoding encoding = (TableEncoding) model.input();
    TableReader reader = new TableReader(encoding, TableChoices.NONE);
    TableRows rows =
        reader.read("hue;size\nred;2.125\nred;N/A\n".getBytes(StandardCharsets.UTF_8), "f");
    assertThat(rows.rows().get(0).values()).containsExactly(2.125f, 0, 1);
    assertThat(rows.rows().get(1).values()).containsExactly(0, 1, 1);
    RunJson.write(file, model);
    assertThat(RunJson.read(file, ModelDescription.class))
        .usingRecursiveComparison()
        .isEqualTo(model);
  }
}
