package io.github.sid4j.internal.datasets;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.format.AnnotationsFile;
import io.github.sid4j.internal.data.format.AnnotationsFile.Annotation;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.SkippedFiles;
import io.github.sid4j.internal.data.format.Synsets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Loads Tiny-ImageNet, or a part of its classes in the same layout. Its {@code val} is the test
 * part: the labels of the official one were never published.
 */
final class TinyImageNetLoader {
  private static final String SUBFOLDER = "tiny-imagenet-200";
  private static final String AGAIN = "unpack the data set again";

  private final Path dir;
  private final List<String> wnids;
  private final List<String> notes = new ArrayList<>();

  private TinyImageNetLoader(Path dir) throws IOException {
    this.dir = dir;
    this.wnids = Synsets.wnids(required(dir.resolve("wnids.txt")));
  }

  static Dataset load(DatasetRequest request) throws IOException {
    Path given = request.requiredDir();
    Path below = given.resolve(SUBFOLDER);
    boolean inside = !Files.exists(given.resolve("wnids.txt")) && Files.isDirectory(below);
    return new TinyImageNetLoader(inside ? below : given).dataset(request.name());
  }

  private Dataset dataset(String name) throws IOException {
    List<LabelledFile> train = train();
    List<LabelledFile> val = val();
    noteWhatIsMissing(train.size(), val.size());
    SquareImages images = new SquareImages(64);
    images.checkHeap(dir, train.size() + val.size(), Runtime.getRuntime().maxMemory());
    return Datasets.ofImages(name, classNames(), read(images, train), read(images, val), notes);
  }

  private List<String> classNames() throws IOException {
    Path words = dir.resolve("words.txt");
    if (Files.exists(words)) {
      return Synsets.names(words, wnids);
    }
    notes.add("no " + words + ": the classes are named by their WordNet numbers");
    return wnids;
  }

  private List<LabelledFile> train() {
    List<LabelledFile> files = new ArrayList<>();
    for (int label = 0; label < wnids.size(); label++) {
      Path folder = dir.resolve("train").resolve(wnids.get(label)).resolve("images");
      List<String> names = imageNames(folder);
      if (names.isEmpty()) {
        throw new InputException(
            folder.toString(), "images of a class that wnids.txt names", "none", AGAIN);
      }
      for (String name : names) {
        files.add(new LabelledFile(folder.resolve(name), label));
      }
    }
    return files;
  }

  /** Every image has to have its line: a list that was cut must not pass for a smaller part. */
  private List<LabelledFile> val() throws IOException {
    Path list = required(dir.resolve("val").resolve("val_annotations.txt"));
    Path folder = dir.resolve("val").resolve("images");
    Set<String> unlabelled = new HashSet<>(imageNames(folder));
    List<LabelledFile> files = new ArrayList<>();
    for (Annotation annotation : AnnotationsFile.read(list)) {
      String where = list + " line " + annotation.line();
      int label = wnids.indexOf(annotation.category());
      if (label < 0) {
        throw new InputException(
            where, "a class of wnids.txt", "\"" + annotation.category() + "\"", AGAIN);
      }
      if (!unlabelled.remove(annotation.image())) {
        throw new InputException(
            where, "an image in " + folder, "no \"" + annotation.image() + "\" there", AGAIN);
      }
      files.add(new LabelledFile(folder.resolve(annotation.image()), label));
    }
    if (!unlabelled.isEmpty()) {
      throw new InputException(
          list.toString(),
          "a line for each image in " + folder,
          "none for " + unlabelled.stream().sorted().findFirst().orElseThrow(),
          AGAIN);
    }
    return files;
  }

  private void noteWhatIsMissing(int train, int val) {
    if (wnids.size() != 200 || train != 100_000 || val != 10_000) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s holds %,d classes, %,d training images and %,d of val, as published it has 200,"
                  + " 100,000 and 10,000: it is a part of the data or incomplete",
              dir,
              wnids.size(),
              train,
              val));
    }
  }

  private static ByteImages read(SquareImages images, List<LabelledFile> files) throws IOException {
    return ByteImages.of(
        images.read(files.stream().map(LabelledFile::path).toList()),
        files.stream().mapToInt(LabelledFile::label).toArray(),
        images.shape());
  }

  /** In an order that does not depend on the file system. */
  private static List<String> imageNames(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder.toString(), "a folder of images", "none", AGAIN);
    }
    return FolderListing.of(folder, ImageFile::isNamedLikeOne, new SkippedFiles(folder))
        .files()
        .stream()
        .map(path -> path.getFileName().toString())
        .sorted()
        .toList();
  }

  private static Path required(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(),
          "a file of the dataset tiny-imagenet",
          "none",
          "give the folder that train, val and wnids.txt are in");
    }
    return file;
  }

  /** An image that is still to be read. */
  private record LabelledFile(Path path, int label) {}
}
