package io.github.sid4j.internal.data;

import java.util.Locale;
import java.util.Optional;

/** The parts of data, by the names that their folders and files usually have. */
public enum PartName {
  TRAINING,
  VALIDATION,
  TEST;

  /**
   * The part that a folder or file is named after, such as {@code Train}, {@code test_set} or
   * {@code validation-images}.
   */
  public static Optional<PartName> of(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[ _-]", "")
            .replaceFirst("(?<=.)(set|data|dataset|images|imgs|split)$", "");
    return switch (plain) {
      case "train", "training" -> Optional.of(TRAINING);
      case "val", "valid", "validate", "validation", "dev", "development", "eval", "evaluation" ->
          Optional.of(VALIDATION);
      case "test", "testing" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }

  /** As in {@code the training part}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
