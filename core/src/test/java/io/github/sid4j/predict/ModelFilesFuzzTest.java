package io.github.sid4j.predict;

import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.TextMutations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Damaged files that go with weights; CONTRIBUTING.md has the command that tries for an hour. */
@Tag("slow")
class ModelFilesFuzzTest {
  private static final String TABLE =
      """
      {
        "format_version": 1,
        "dataset": "csv",
        "network": "mlp",
        "class_names": ["a", "b"],
        "input_shape": [4],
        "input": {
          "kind": "table",
          "label": "kind",
          "columns": [
            {"name": "length", "encoder": {"kind": "number",
              "standardiser": {"mean": 0.5, "deviation": 2}, "marks_missing": true}},
            {"name": "colour", "encoder": {"kind": "category", "categories": ["blue", "red"]}}
          ]
        }
      }
      """;

  private static final String IMAGES =
      """
      {
        "format_version": 1,
        "dataset": "digits",
        "network": "mlp",
        "class_names": ["0", "1"],
        "input_shape": [1, 8, 8],
        "input": {"kind": "image", "height": 8, "width": 8, "maximum": 16,
          "mean": [0.3], "deviation": [0.37]}
      }
      """;

  private static final String CALIBRATION =
      """
      {
        "format_version": 1,
        "version": "0.1.0",
        "weights_sha256": "ab12",
        "samples": 100,
        "wanted": "at most 0.3 points",
        "exit": {"kind": "confidence", "threshold": 0.9},
        "full": {"rule": {"kind": "never", "threshold": 0}, "accuracy": 0.9, "compute": 1,
          "mean_depth": 2},
        "chosen": {"rule": {"kind": "confidence", "threshold": 0.9}, "accuracy": 0.9,
          "compute": 0.7, "mean_depth": 1.4},
        "modules": [
          {"index": 1, "compute": 0.5, "accuracy": 0.8, "ece": 0.1, "temperature": 1.2,
            "ece_tempered": 0.05}
        ],
        "test": {"samples": 10, "full": null, "chosen": null, "ece": [0.1], "ece_tempered": [0.1]},
        "time": {"samples": 10, "turns": 3, "threads": 1, "full_seconds": 1, "chosen_seconds": 0.5},
        "curve": []
      }
      """;

  @Provide
  Arbitrary<byte[]> table() {
    return TextMutations.of(TABLE);
  }

  @Property
  void modelOfATable(@ForAll("table") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, ModelDescription.class));
  }

  @Provide
  Arbitrary<byte[]> images() {
    return TextMutations.of(IMAGES);
  }

  @Property
  void modelOfImages(@ForAll("images") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, ModelDescription.class));
  }

  @Provide
  Arbitrary<byte[]> calibration() {
    return TextMutations.of(CALIBRATION);
  }

  @Property
  void calibration(@ForAll("calibration") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, Calibration.class));
  }
}
