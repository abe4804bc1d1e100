package io.github.sid4j.data;

import io.github.sid4j.data.format.ImageFile;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads image files from folders named after their classes: DIR/train/CLASS and DIR/test/CLASS, or
 * DIR/CLASS. Images may lie in folders below that of their class; other files are passed over.
 */
final class FolderLoader {
  /** Not the path's own order, which is another one on Windows. */
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.toString().replace('\\', '/'));

  private FolderLoader() {}

  static Dataset load(DatasetRequest request) throws IOException {
    Path dir = request.requiredDir();
    Path train = dir.resolve("train");
    Path test = dir.resolve("test");
    if (!Files.isDirectory(train)) {
      List<String> classes = classes(dir);
      ImageCollector images = new ImageCollector(request.imageSize());
      collect(dir, classes, images);
      return SplitDataset.undivided(
          request.name(), classes, new RawImages(images.images()), request.testFraction());
    }
    if (!Files.isDirectory(test)) {
      throw new InputException(
          test.toString(),
          "a folder of test images beside " + train,
          "none",
          "add it, or give " + train + " to have a test part taken from it");
    }
    List<String> classes = classes(train);
    checkClasses(test, classes);
    ImageCollector images = new ImageCollector(request.imageSize());
    collect(train, classes, images);
    int trainSize = images.size();
    collectPresent(test, classes, images);
    return SplitDataset.divided(request.name(), classes, new RawImages(images.images()), trainSize);
  }

  private static List<String> classes(Path part) throws IOException {
    List<String> classes = folders(part);
    if (classes.size() < 2) {
      throw new InputException(
          part.toString(),
          "at least two folders, one for each class",
          classes.size() + " " + classes,
          "put the images of each class into a folder of its own");
    }
    return classes;
  }

  private static void checkClasses(Path test, List<String> classes) throws IOException {
    for (String name : folders(test)) {
      if (!classes.contains(name)) {
        throw new InputException(
            test.resolve(name).toString(),
            "a class of the training part",
            name,
            "add it there or remove it here");
      }
    }
  }

  private static void collect(Path part, List<String> classes, ImageCollector into)
      throws IOException {
    for (String name : classes) {
      if (!Files.isDirectory(part.resolve(name)) || files(part.resolve(name)).isEmpty()) {
        throw new InputException(
            part.resolve(name).toString(),
            "at least one .png, .jpg or .jpeg image",
            "none",
            "add some or remove the folder");
      }
    }
    collectPresent(part, classes, into);
  }

  private static void collectPresent(Path part, List<String> classes, ImageCollector into)
      throws IOException {
    int before = into.size();
    for (int label = 0; label < classes.size(); label++) {
      Path folder = part.resolve(classes.get(label));
      if (Files.isDirectory(folder)) {
        for (Path file : files(folder)) {
          into.add(file, label);
        }
      }
    }
    if (into.size() == before) {
      throw new InputException(
          part.toString(), "images in folders named after their classes", "none", "add some");
    }
  }

  private static List<String> folders(Path dir) throws IOException {
    if (!Files.isDirectory(dir)) {
      throw new InputException(
          dir.toString(), "a folder with a folder for each class", "a file", "correct the path");
    }
    try (Stream<Path> entries = Files.list(dir)) {
      return entries
          .filter(Files::isDirectory)
          .map(FileName::of)
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(ImageFile::isNamedLikeOne)
          .sorted(BY_NAME)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
