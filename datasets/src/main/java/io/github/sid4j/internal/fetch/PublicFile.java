package io.github.sid4j.internal.fetch;

import java.util.List;

/**
 * A file that a publisher offers. Its size and hash are known beforehand, so that it does not
 * matter over which connection it comes.
 *
 * @param name its name below the address of the data set's home
 * @param bytes its size, at least 1
 * @param checksum what it must hash to
 * @param archive whether it is a {@code .tar.gz} to be unpacked; if not, it is stored as it is
 * @param targets what it becomes in the data folder: one file of the same size if it is not an
 *     archive, at least one if it is
 */
public record PublicFile(
    String name, long bytes, Checksum checksum, boolean archive, List<FetchedFile> targets) {
  /** Refuses a file that could not be fetched or placed. */
  public PublicFile {
    targets = List.copyOf(targets);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("name must be a plain file name, found " + name);
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(name + " must have at least 1 byte, found " + bytes);
    }
    if (targets.isEmpty() || (!archive && targets.size() > 1)) {
      throw new IllegalArgumentException(name + " has no fitting targets: " + targets);
    }
  }

  /**
   * A file that is stored as it is.
   *
   * @param folder the folder below the data folder that it lands in
   * @param name its name, at home and in the folder
   * @param bytes its size, at least 1
   * @param checksum what it must hash to
   * @return the file
   */
  public static PublicFile plain(String folder, String name, long bytes, Checksum checksum) {
    FetchedFile target = FetchedFile.exactly(folder + "/" + name, bytes);
    return new PublicFile(name, bytes, checksum, false, List.of(target));
  }

  /**
   * A {@code .tar.gz} of which some entries are taken.
   *
   * @param name its name at home
   * @param bytes its size, at least 1
   * @param checksum what it must hash to
   * @param targets the entries to take, at least one
   * @return the file
   */
  public static PublicFile tarGz(
      String name, long bytes, Checksum checksum, List<FetchedFile> targets) {
    return new PublicFile(name, bytes, checksum, true, targets);
  }
}
