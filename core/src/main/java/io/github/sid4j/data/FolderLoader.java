package io.github.sid4j.data;

import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.PartSizes;
import io.github.sid4j.internal.data.PartSources;
import io.github.sid4j.internal.data.SplitDataset;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.SkippedFiles;
import io.github.sid4j.internal.data.format.SkippedFiles.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads image files from folders named after their classes, divided into parts or not. Images may
 * lie in folders below that of their class.
 */
final class FolderLoader {
  private final Path dir;
  private final DatasetRequest request;
  private final SkippedFiles skipped;
  private final List<Path> files = new ArrayList<>();
  private final ImageCollector images;
  private boolean links;

  private FolderLoader(DatasetRequest request) {
    this.request = request;
    this.dir = request.requiredDir();
    this.skipped = new SkippedFiles(dir);
    this.images = new ImageCollector(request.imageSize());
  }

  static Dataset load(DatasetRequest request) throws IOException {
    return new FolderLoader(request).load();
  }

  private Dataset load() throws IOException {
    FolderLayout layout = FolderLayout.of(dir);
    if (layout.isDivided()) {
      FolderListing top = FolderListing.of(dir, ImageFile::isNamedLikeOne, skipped);
      top.files().forEach(file -> skipped.add(Reason.LOOSE, file));
      layout.beside().forEach(folder -> skipped.add(Reason.BESIDE, folder));
    }
    Path test = layout.part(PartName.TEST).orElse(null);
    Path validation = layout.part(PartName.VALIDATION).orElse(null);
    ClassFolders training = ClassFolders.of(layout.training(), skipped);
    training.checkTraining();
    ClassFolders tested = other(test, training);
    ClassFolders validated = other(validation, training);
    int trainSize = collect(training, training.classes());
    int testSize = collect(tested, training.classes());
    int validationSize = collect(validated, training.classes());
    return SplitDataset.parted(
            request.name(),
            training.classes(),
            new RawImages(images.images()),
            new PartSizes(
                trainSize,
                tested == null ? null : testSize,
                validated == null ? null : validationSize),
            request.testFraction())
        .withNotes(notes(layout))
        .explained(
            List.of(
                new PartSources(layout.training(), validation, test, request.testFraction())
                    .fact()))
        .explained(
            skipped.text().isEmpty()
                ? List.of()
                : List.of(new DataFact("skipped", skipped.text())));
  }

  private ClassFolders other(Path part, ClassFolders training) {
    if (part == null) {
      return null;
    }
    ClassFolders other = ClassFolders.of(part, skipped);
    other.checkAgainst(training);
    return other;
  }

  /** How many there are in a part, which may be {@code null}. */
  private int collect(ClassFolders part, List<String> classes) {
    if (part == null) {
      return 0;
    }
    int before = images.size();
    for (int label = 0; label < classes.size(); label++) {
      for (Path file : part.files(classes.get(label))) {
        add(file, label);
      }
    }
    links |= part.hasLinks();
    return images.size() - before;
  }

  private void add(Path file, int label) {
    try {
      images.add(file, label);
    } catch (IOException e) {
      throw FolderListing.unreadable(file, e);
    }
    files.add(file);
  }

  private List<String> notes(FolderLayout layout) throws IOException {
    List<String> notes = new ArrayList<>(layout.notes());
    if (!skipped.warning().isEmpty()) {
      notes.add("%s: skipped %s".formatted(dir, skipped.warning()));
    }
    int again = links ? repeated() : 0;
    if (again > 0) {
      notes.add(
          "%s: by links, %s images are there more than once, perhaps in several classes or parts"
              .formatted(dir, again));
    }
    return notes;
  }

  private int repeated() throws IOException {
    Set<Path> real = new HashSet<>();
    int again = 0;
    for (Path file : files) {
      again += real.add(file.toRealPath()) ? 0 : 1;
    }
    return again;
  }
}
