package io.github.sid4j.data;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of data, by the names that their folders and files usually have. */
enum PartName {
  TRAINING(Set.of("train", "training")),
  VALIDATION(
      Set.of("val", "valid", "validate", "validation", "dev", "development", "eval", "evaluation")),
  TEST(Set.of("test", "testing"));

  private final Set<String> names;

  PartName(Set<String> names) {
    this.names = names;
  }

  /**
   * The part that a folder or file is named after, such as {@code Train}, {@code test_set} or
   * {@code validation-images}.
   */
  static Optional<PartName> of(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[ _-]", "")
            .replaceFirst("(?<=.)(set|data|dataset|images|imgs|split)$", "");
    for (PartName part : values()) {
      if (part.names.contains(plain)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** As in {@code the training part}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
