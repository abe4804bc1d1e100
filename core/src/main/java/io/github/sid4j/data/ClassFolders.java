package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.SimilarNames;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.ImageTree;
import io.github.sid4j.internal.data.format.SkippedFiles;
import io.github.sid4j.internal.data.format.SkippedFiles.Reason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of the user's images: for each class the files in its folder, and in those below it. */
final class ClassFolders {
  private final Path part;
  private final Map<String, List<Path>> files = new LinkedHashMap<>();
  private boolean links;

  private ClassFolders(Path part) {
    this.part = part;
  }

  /** Walks through the folders of a part; one without images is a class without examples. */
  static ClassFolders of(Path part, SkippedFiles skipped) {
    ClassFolders result = new ClassFolders(part);
    FolderListing listing = FolderListing.of(part, ImageFile::isNamedLikeOne, skipped);
    listing.files().forEach(file -> skipped.add(Reason.LOOSE, file));
    result.links = listing.hasLinks();
    for (Path folder : listing.folders()) {
      ImageTree tree = ImageTree.of(folder, skipped);
      result.files.put(folder.getFileName().toString(), tree.images());
      result.links |= tree.hasLinks();
    }
    return result;
  }

  Path part() {
    return part;
  }

  /** The classes that have a folder here, in the order of their names. */
  List<String> classes() {
    return files.keySet().stream().sorted().toList();
  }

  /** Those of a class, none if it has no folder here. */
  List<Path> files(String name) {
    return files.getOrDefault(name, List.of());
  }

  boolean hasLinks() {
    return links;
  }

  /**
   * Holds the part that classes are learned from to what it needs.
   *
   * @throws InputException if it has fewer than two classes, or a class has no image
   */
  void checkTraining() {
    List<String> classes = classes();
    if (classes.size() < 2) {
      throw new InputException(
          part.toString(),
          "at least two folders, one for each class",
          classes.size() + " " + classes,
          "put the images of each class into a folder of its own" + deeper(classes));
    }
    for (String name : classes) {
      if (files(name).isEmpty()) {
        Path folder = part.resolve(name);
        SkippedFiles skipped = new SkippedFiles(folder);
        ImageTree.of(folder, skipped);
        throw new InputException(
            folder.toString(),
            "at least one PNG, JPEG or WebP image",
            "none" + (skipped.text().isEmpty() ? "" : ", but " + skipped.text()),
            "add some or remove the folder");
      }
    }
  }

  /** The one folder may be what the data is in. */
  private String deeper(List<String> classes) {
    if (classes.size() != 1) {
      return "";
    }
    Path only = part.resolve(classes.get(0));
    List<Path> below =
        FolderListing.of(only, ImageFile::isNamedLikeOne, new SkippedFiles(only)).folders();
    return below.size() < 2 ? "" : ", or give " + only + ", which holds folders";
  }

  /**
   * Holds another part to what the training part knows.
   *
   * @throws InputException if it has a class that training lacks, or no image
   */
  void checkAgainst(ClassFolders training) {
    boolean any = false;
    for (String name : classes()) {
      if (files(name).isEmpty()) {
        continue;
      }
      any = true;
      if (!training.files.containsKey(name)) {
        throw new InputException(
            part.resolve(name).toString(),
            "a class of the training part",
            name + ", which " + training.part + " lacks",
            SimilarNames.of(name, training.classes())
                .map(like -> "rename it if it is " + SimilarNames.visible(like))
                .orElse("add it there or remove it here"));
      }
    }
    if (!any) {
      throw new InputException(
          part.toString(), "images in folders named after their classes", "none", "add some");
    }
  }
}
