package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The formats of files that hold many samples, by the ends of their names. */
public final class ShardFormat {
  private static final int DEEPEST = 3;

  private static final Map<String, String> ENDINGS =
      new TreeMap<>(
          Map.of(
              ".parquet", "parquet",
              ".tar", "webdataset",
              ".jsonl", "jsonl",
              ".jsonl.gz", "jsonl",
              ".jsonl.zst", "jsonl"));

  private ShardFormat() {}

  /** The data set that a file is of; empty if it is of none of these formats. */
  public static Optional<String> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.entrySet().stream()
        .filter(ending -> name.endsWith(ending.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * A name without the end that says its format.
   *
   * @param file of one of these formats
   */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.keySet().stream()
        .filter(lower::endsWith)
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  /** The formats that have files in a folder, or in folders in it. */
  static List<String> below(Path folder) {
    Set<String> found = new TreeSet<>();
    collect(folder, DEEPEST, found);
    return List.copyOf(found);
  }

  private static void collect(Path folder, int depth, Set<String> found) {
    FolderListing listing =
        FolderListing.of(folder, file -> of(file).isPresent(), new SkippedFiles(folder));
    listing.files().forEach(file -> found.add(of(file).orElseThrow()));
    if (depth > 1) {
      listing.folders().forEach(one -> collect(one, depth - 1, found));
    }
  }
}
