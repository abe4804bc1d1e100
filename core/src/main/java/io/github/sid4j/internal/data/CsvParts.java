package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a table's parts: one file, or those in a folder that are named after a part.
 *
 * @param training all of the data, if the others are {@code null}
 * @param validation {@code null} if there is none
 * @param test {@code null} if there is none
 * @param others files beside these that are not read
 */
record CsvParts(Path training, @Nullable Path validation, @Nullable Path test, List<Path> others) {
  private static final String ENDING = ".csv";

  /**
   * Looks for them.
   *
   * @param path of a file or folder
   * @throws InputException if a folder has no training file, or two files for one part
   */
  static CsvParts of(Path path) {
    if (!Files.isDirectory(path)) {
      return new CsvParts(path, null, null, List.of());
    }
    Map<PartName, Path> parts = new EnumMap<>(PartName.class);
    List<Path> others = new ArrayList<>();
    for (Path file : FolderListing.of(path, CsvParts::isCsv, new SkippedFiles(path)).files()) {
      PartName part = part(file).orElse(null);
      Path before = part == null ? null : parts.putIfAbsent(part, file);
      if (part == null) {
        others.add(file);
      } else if (before != null) {
        throw new InputException(
            file.toString(),
            "one file for the " + part + " part",
            before.getFileName() + ", too",
            "leave one of them there");
      }
    }
    Path training = parts.get(PartName.TRAINING);
    if (training == null) {
      throw new InputException(
          path.resolve("train.csv").toString(),
          "a CSV file",
          "none",
          "add it, or give the path of a CSV file itself");
    }
    return new CsvParts(training, parts.get(PartName.VALIDATION), parts.get(PartName.TEST), others);
  }

  private static boolean isCsv(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  private static Optional<PartName> part(Path file) {
    return PartName.of(name(file).substring(0, name(file).length() - ENDING.length()));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** What a reader of results should know. */
  List<String> notes() {
    return others.isEmpty()
        ? List.of()
        : List.of(
            "not read beside %s, since their names are those of no part: %s"
                .formatted(
                    training, CsvLoader.shortened(others.stream().map(CsvParts::name).toList())));
  }
}
