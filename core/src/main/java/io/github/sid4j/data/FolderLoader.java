package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ImageCollector;
import io.github.sid4j.internal.data.LabelledFile;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.PartSizes;
import io.github.sid4j.internal.data.PartSources;
import io.github.sid4j.internal.data.RawImages;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads image files from folders named after their classes, divided into parts or not. Images may
 * lie in folders below that of their class.
 */
final class FolderLoader {
  private static final int SHOWN = 5;

  private final Path dir;
  private final DatasetRequest request;
  private final SkippedFiles skipped;
  private final ImageCollector images;
  private boolean links;

  private FolderLoader(DatasetRequest request) {
    this.request = request;
    this.dir = request.requiredDir();
    this.skipped = new SkippedFiles(dir);
    this.images = new ImageCollector(request.imageRules(), request.imageSize());
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
    checkReadable(training);
    int testSize = collect(tested, training.classes());
    int validationSize = collect(validated, training.classes());
    ByteImages all = images.images();
    Optional<PhotoGroups> groups =
        request.parts().pattern().map(one -> PhotoGroups.of(names(), one));
    int[] numbers = groups.map(PhotoGroups::numbers).orElse(new int[0]);
    SplitDataset split =
        SplitDataset.parted(
            request.name(),
            training.classes(),
            new RawImages(all, request.imageRules(), names(), numbers),
            new PartSizes(
                trainSize,
                tested == null ? null : testSize,
                validated == null ? null : validationSize),
            request.parts());
    return split
        .withNotes(notes(layout))
        .withNotes(repeated(all, split.test()))
        .explained(
            List.of(new PartSources(layout.training(), validation, test, request.parts()).fact()))
        .explained(
            skipped.text().isEmpty() ? List.of() : List.of(new DataFact("skipped", skipped.text())))
        .explained(groups.map(PhotoGroups::fact).stream().toList());
  }

  private List<String> repeated(ByteImages all, int... test) {
    return new RepeatedImages(all, names())
        .warnings(test).stream().map(line -> dir + ": " + line).toList();
  }

  private List<String> names() {
    return images.files().stream()
        .map(one -> dir.relativize(one.file()).toString().replace('\\', '/'))
        .toList();
  }

  private @Nullable ClassFolders other(@Nullable Path part, ClassFolders training) {
    if (part == null) {
      return null;
    }
    ClassFolders other = ClassFolders.of(part, skipped);
    other.checkAgainst(training);
    return other;
  }

  /** How many there are in a part, 0 without one. */
  private int collect(@Nullable ClassFolders part, List<String> classes) {
    if (part == null) {
      return 0;
    }
    List<LabelledFile> files = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      for (Path file : part.files(classes.get(label))) {
        files.add(new LabelledFile(file, label));
      }
    }
    links |= part.hasLinks();
    int read = images.add(files);
    if (read == 0) {
      throw InputException.read(images.refusals().get(images.refusals().size() - 1));
    }
    return read;
  }

  private void checkReadable(ClassFolders training) {
    Set<Integer> seen =
        images.files().stream().map(LabelledFile::label).collect(Collectors.toSet());
    for (int label = 0; label < training.classes().size(); label++) {
      if (!seen.contains(label)) {
        String name = training.classes().get(label);
        throw new InputException(
            training.part().resolve(name).toString(),
            "at least one image that can be read",
            images.refusals().stream()
                .filter(line -> line.startsWith(training.files(name).get(0).toString()))
                .findFirst()
                .orElse("none"),
            "add some or remove the folder");
      }
    }
  }

  private List<String> notes(FolderLayout layout) throws IOException {
    List<String> notes = new ArrayList<>(layout.notes());
    if (!skipped.warning().isEmpty()) {
      notes.add("%s: skipped %s".formatted(dir, skipped.warning()));
    }
    List<String> refusals = images.refusals();
    if (!refusals.isEmpty()) {
      notes.add(
          "%s: %s of %s images cannot be read and are left out: %s%s"
              .formatted(
                  dir,
                  refusals.size(),
                  refusals.size() + images.files().size(),
                  String.join(" | ", refusals.subList(0, Math.min(SHOWN, refusals.size()))),
                  refusals.size() > SHOWN ? " | ..." : ""));
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
    for (LabelledFile labelled : images.files()) {
      again += real.add(labelled.file().toRealPath()) ? 0 : 1;
    }
    return again;
  }
}
