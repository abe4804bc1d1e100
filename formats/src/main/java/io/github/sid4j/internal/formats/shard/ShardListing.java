package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.ShardFormat;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one format in a place, by the parts that they are named after.
 *
 * @param root the place that was given
 * @param parts the files of each part in the order of their names; with the training part
 * @param others files whose names are those of no part, though others' are
 */
public record ShardListing(Path root, Map<PartName, List<Path>> parts, List<Path> others) {
  private static final int DEEPEST = 3;

  /**
   * Looks for them.
   *
   * @param root a file or folder
   * @param format as {@link ShardFormat} names it
   * @throws InputException if there are none to train on
   */
  public static ShardListing of(Path root, String format) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(root)) {
      collect(root, format, DEEPEST, files);
    } else {
      files.add(root);
    }
    if (files.isEmpty()) {
      throw new InputException(
          root.toString(), "files of the format " + format, "none", "correct data=PATH");
    }
    Map<PartName, List<Path>> parts = new EnumMap<>(PartName.class);
    List<Path> others = new ArrayList<>();
    for (Path file : files) {
      Optional<PartName> part = files.size() == 1 ? Optional.empty() : part(root, file);
      part.map(one -> parts.computeIfAbsent(one, none -> new ArrayList<>()))
          .orElse(others)
          .add(file);
    }
    if (parts.isEmpty()) {
      return new ShardListing(root, Map.of(PartName.TRAINING, others), List.of());
    }
    if (!parts.containsKey(PartName.TRAINING)) {
      throw new InputException(
          root.toString(),
          "files of the training part, such as train-00000-of-00002",
          "%s of other parts alone".formatted(files.get(0).getFileName()),
          "name files or folders after their parts, or give the path of one file");
    }
    return new ShardListing(root, parts, others);
  }

  private static void collect(Path folder, String format, int depth, List<Path> files) {
    FolderListing listing =
        FolderListing.of(
            folder,
            file -> ShardFormat.of(file).equals(Optional.of(format)),
            new SkippedFiles(folder));
    files.addAll(listing.files());
    if (depth > 1) {
      listing.folders().forEach(one -> collect(one, format, depth - 1, files));
    }
  }

  /** By the file's own name, or else by that of the nearest folder that has one. */
  private static Optional<PartName> part(Path root, Path file) {
    Optional<PartName> part = ShardNumber.of(file).part();
    Path folder = file.getParent();
    while (part.isEmpty() && folder != null && !folder.equals(root)) {
      part = PartName.of(folder.getFileName().toString());
      folder = folder.getParent();
    }
    return part;
  }

  /** The files of a part; empty without it. */
  public List<Path> files(PartName part) {
    return parts.getOrDefault(part, List.of());
  }

  /**
   * The name of a file below the place that was given.
   *
   * @return with slashes
   */
  public String name(Path file) {
    return file.equals(root)
        ? file.getFileName().toString()
        : root.relativize(file).toString().replace('\\', '/');
  }

  /**
   * Finds shards that are missing in a row of numbers, unless one file alone is given.
   *
   * @param damages gets them
   */
  public void checkWhole(Damages damages) {
    if (!files(PartName.TRAINING).equals(List.of(root))) {
      parts.values().forEach(files -> ShardNumber.checkWhole(files, damages));
    }
  }

  /** What a reader of results should know. */
  public List<String> notes() {
    return others.isEmpty()
        ? List.of()
        : List.of(
            "%s: not read, since their names are those of no part: %s files, such as %s"
                .formatted(root, others.size(), name(others.get(0))));
  }

  /** How many files each part has. */
  public String counts() {
    List<String> texts = new ArrayList<>();
    for (PartName part : PartName.values()) {
      if (!files(part).isEmpty()) {
        texts.add(part + " " + files(part).size());
      }
    }
    return String.join(", ", texts);
  }
}
