package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.SkippedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which data set it is that lies in a place, by the files that are there. */
public final class RecognizedDataset {
  private static final int DEEPEST = 4;
  private static final String REMEDY = "say which by dataset=NAME";

  private RecognizedDataset() {}

  /**
   * Recognizes data: a CSV file, a folder with such files of the usual names of parts, images in
   * folders, files of a {@link ShardFormat}, or the files of a published data set.
   *
   * @param data a file or folder
   * @return a name of {@link DatasetInfo#catalogue}
   * @throws InputException if there is nothing, or it is none of these, or several
   */
  public static String of(Path data) {
    if (!Files.exists(data)) {
      throw new InputException(
          data.toString(), "data to train on", "nothing there", "correct the path");
    }
    if (!Files.isDirectory(data)) {
      return ShardFormat.of(data)
          .or(() -> isTable(data) ? Optional.of("csv") : Optional.empty())
          .orElseThrow(
              () ->
                  new InputException(
                      data.toString(),
                      "a folder, or a CSV file that ends in .csv, .parquet, .tar or .jsonl",
                      "another file",
                      REMEDY));
    }
    List<String> found = new ArrayList<>();
    Stream.of(
            new String[] {"cifar10", "data_batch_1.bin", "cifar-10-batches-bin"},
            new String[] {"cifar100", "fine_label_names.txt", "cifar-100-binary"},
            new String[] {"tiny-imagenet", "wnids.txt", "tiny-imagenet-200"})
        .filter(one -> holds(data, one[1]) || holds(data, one[2]))
        .forEach(one -> found.add(one[0]));
    if (found.isEmpty() && holds(data, "train-images-idx3-ubyte")) {
      found.addAll(List.of("mnist", "fashion-mnist"));
    }
    if (found.isEmpty()) {
      found.addAll(own(data));
    }
    if (found.isEmpty() && hasImages(data, 1)) {
      Path above = data.toAbsolutePath().normalize().getParent();
      throw new InputException(
          data.toString(),
          "a folder for each class, with images in it",
          "images and no such folders",
          "name the folder above, " + above + ", or sort the images into folders of their classes");
    }
    if (found.size() != 1) {
      throw new InputException(
          data.toString(),
          "one data set",
          found.isEmpty() ? "none that is known" : "what may be " + String.join(" or ", found),
          REMEDY);
    }
    return found.get(0);
  }

  private static boolean holds(Path folder, String name) {
    return Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"));
  }

  private static List<String> own(Path folder) {
    List<String> found = new ArrayList<>();
    FolderListing listing =
        FolderListing.of(folder, RecognizedDataset::isTable, new SkippedFiles(folder));
    Optional<Path> training =
        listing.files().stream()
            .filter(file -> PartName.of(stem(file)).equals(Optional.of(PartName.TRAINING)))
            .findFirst();
    training.ifPresent(table -> found.add("csv"));
    found.addAll(ShardFormat.below(folder));
    if (training.filter(ImageColumn::isInTable).isPresent()) {
      return found; // The folders have the images of its rows.
    }
    if (listing.folders().stream().anyMatch(one -> hasImages(one, DEEPEST))) {
      found.add("folder");
    }
    return found;
  }

  private static boolean hasImages(Path folder, int depth) {
    FolderListing listing =
        FolderListing.of(folder, ImageFile::isNamedLikeOne, new SkippedFiles(folder));
    return !listing.files().isEmpty()
        || (depth > 1 && listing.folders().stream().anyMatch(one -> hasImages(one, depth - 1)));
  }

  private static boolean isTable(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
