package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of a data set is in the data folder already. */
final class Inventory {
  private final Path dir;

  Inventory(Path dir) {
    this.dir = dir;
  }

  /** The files of which some target is not there. */
  List<PublicFile> missing(PublicDataset dataset) throws IOException {
    List<PublicFile> missing = new ArrayList<>();
    for (PublicFile file : dataset.files()) {
      if (!absent(file).isEmpty()) {
        missing.add(file);
      }
    }
    return missing;
  }

  /**
   * The targets of a file that are not there.
   *
   * @throws InputException if something else is in the place of one: it may be the user's own work,
   *     so it is neither used nor replaced
   */
  List<FetchedFile> absent(PublicFile file) throws IOException {
    List<FetchedFile> absent = new ArrayList<>();
    for (FetchedFile target : file.targets()) {
      Path path = dir.resolve(target.path());
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        absent.add(target);
      } else {
        check(file, target, path);
      }
    }
    return absent;
  }

  private static void check(PublicFile file, FetchedFile target, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw occupied(path, "a file", "a folder or a broken link");
    }
    long bytes = Files.size(path);
    if (!target.admits(bytes)) {
      throw occupied(path, target.size(), bytes + "");
    }
    if (!file.archive()) {
      Checksum found = file.checksum().of(path);
      if (!found.equals(file.checksum())) {
        throw occupied(path, file.checksum().toString(), found.toString());
      }
    }
  }

  private static InputException occupied(Path path, String expected, String found) {
    return new InputException(
        path.toString(), expected, found, "move it away and run again to fetch the published one");
  }
}
