package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which folder of the user's images is which part. A folder named after a part is one if it holds
 * folders and no images itself: else it is a class that happens to be called so.
 */
final class FolderLayout {
  private static final String RENAME = "rename it if it is a class";

  private final Path dir;
  private final Map<PartName, Path> parts = new EnumMap<>(PartName.class);
  private final List<Path> others = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private FolderLayout(Path dir) {
    this.dir = dir;
  }

  /**
   * Looks at a folder and the folders in it.
   *
   * @throws InputException if it is in doubt what is a part and what a class
   */
  static FolderLayout of(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new InputException(
          dir.toString(), "a folder with a folder for each class", "a file", "correct the path");
    }
    FolderLayout layout = new FolderLayout(dir);
    layout.find();
    return layout;
  }

  private void find() {
    List<Path> named = new ArrayList<>();
    for (Path folder : listing(dir).folders()) {
      (part(folder).isPresent() ? named : others).add(folder);
    }
    List<Path> likeParts = named.stream().filter(FolderLayout::holdsFoldersAlone).toList();
    boolean complete =
        likeParts.size() == named.size()
            && likeParts.size() > 1
            && likeParts.stream().anyMatch(folder -> is(folder, PartName.TRAINING));
    if (named.isEmpty() || (likeParts.isEmpty() && !others.isEmpty())) {
      // Classes, of which one may be called like a part: trains are vehicles.
      others.addAll(named);
      named.forEach(this::noteClass);
      others.sort(null);
      noteSameFolders();
      return;
    }
    if (!others.isEmpty() && !complete) {
      throw new InputException(
          likeParts.get(0).toString(),
          "parts of the data, or classes",
          "a folder named and made like the %s part beside %s"
              .formatted(part(likeParts.get(0)).orElseThrow(), names(others)),
          "put all classes into folders train and test, or rename it if it is a class");
    }
    named.forEach(this::take);
    if (!parts.containsKey(PartName.TRAINING)) {
      throw new InputException(
          dir.toString(),
          "a folder train beside " + names(named),
          "none",
          "add it, or give the folder with the classes itself");
    }
    if (parts.size() == 1) {
      Path only = named.get(0);
      throw new InputException(
          dir.resolve("test").toString(),
          "a folder of test images beside " + only,
          "none",
          "add it, or give " + only + " to have a test part taken from it");
    }
  }

  private void take(Path folder) {
    PartName part = part(folder).orElseThrow();
    Path other = parts.putIfAbsent(part, folder);
    if (other != null) {
      throw new InputException(
          folder.toString(),
          "one folder for the " + part + " part",
          other.getFileName() + ", too",
          "leave one of them there");
    }
    FolderListing listing = listing(folder);
    if (listing.folders().isEmpty() && !listing.files().isEmpty()) {
      throw new InputException(
          folder.toString(),
          "images in folders named after their classes",
          "%s images that are in none".formatted(listing.files().size()),
          "put the images of each class into a folder of its own; " + RENAME);
    }
  }

  private void noteClass(Path folder) {
    notes.add(
        "%s is read as a class, not as the %s part, since images are in it without folders of classes"
            .formatted(folder, part(folder).orElseThrow()));
  }

  /** The parts may have names that are not known here, and be taken for classes. */
  private void noteSameFolders() {
    @Nullable List<String> shared = null;
    for (Path folder : others) {
      FolderListing listing = listing(folder);
      List<String> below = listing.folders().stream().map(FolderLayout::name).toList();
      shared = shared == null ? below : shared.stream().filter(below::contains).toList();
      if (!listing.files().isEmpty() || shared.size() < 2) {
        return;
      }
    }
    if (shared != null && others.size() > 1) {
      notes.add(
          ("%s are read as the classes, though all hold folders %s: if these are the classes,"
                  + " name the folders of the parts train, val and test")
              .formatted(names(others), CsvLoader.shortened(shared)));
    }
  }

  /** Where the classes to learn from are. */
  Path training() {
    return parts.getOrDefault(PartName.TRAINING, dir);
  }

  /** Whether the folders in the data's folder are parts. */
  boolean isDivided() {
    return !parts.isEmpty();
  }

  Optional<Path> part(PartName name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** Folders that are no parts, beside those that are. */
  List<Path> beside() {
    return isDivided() ? others : List.of();
  }

  /** What a reader of results should know. */
  List<String> notes() {
    return notes;
  }

  private static boolean is(Path folder, PartName part) {
    return part(folder).filter(part::equals).isPresent();
  }

  private static Optional<PartName> part(Path folder) {
    return PartName.of(name(folder));
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static String names(List<Path> folders) {
    return CsvLoader.shortened(folders.stream().map(FolderLayout::name).toList());
  }

  private static boolean holdsFoldersAlone(Path folder) {
    FolderListing listing = listing(folder);
    return listing.files().isEmpty() && !listing.folders().isEmpty();
  }

  /** What is skipped is counted when the folder is read. */
  private static FolderListing listing(Path folder) {
    return FolderListing.of(folder, ImageFile::isNamedLikeOne, new SkippedFiles(folder));
  }
}
