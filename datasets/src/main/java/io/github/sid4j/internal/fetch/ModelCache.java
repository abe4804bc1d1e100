package io.github.sid4j.internal.fetch;

import io.github.sid4j.internal.data.FetchedWeights;
import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of pretrained networks that were fetched, each in a folder that is named by its hash, next
 * to a note of where it came from. A file that does not have its hash is fetched again.
 */
final class ModelCache {
  private static final String NOTE = "source.txt";
  private static final String HASH = "[0-9a-f]{40}|[0-9a-f]{64}";
  private static final int MOST_NOTE = 1 << 12;

  private final Path folder;

  ModelCache(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** A file that is here already and whole. */
  Optional<Path> find(RemoteFile file) throws IOException {
    if (file.checksum().hex().isEmpty()) {
      return Optional.empty();
    }
    Path place = folder.resolve(file.checksum().hex()).resolve(file.name());
    return Files.isRegularFile(place) && file.checksum().of(place).equals(file.checksum())
        ? Optional.of(place)
        : Optional.empty();
  }

  /** A file that is here, or else is fetched. */
  Path bring(
      RemoteFile file,
      String label,
      FetchPolicy policy,
      RequestRules rules,
      ProgressListener progress)
      throws IOException {
    Optional<Path> here = find(file);
    return here.isPresent() ? here.get() : fetch(file, label, policy, rules, progress);
  }

  /**
   * Fetches a file and keeps it.
   *
   * @param label what it is a file of, for the note
   */
  Path fetch(
      RemoteFile file,
      String label,
      FetchPolicy policy,
      RequestRules rules,
      ProgressListener progress)
      throws IOException {
    String known = file.checksum().hex();
    // Without a hash two downloads of one address still share what has come.
    String work = known.isEmpty() ? "address-" + sha256(file.address().toString()) : known;
    Files.createDirectories(folder);
    try (StagingDirectory staging = StagingDirectory.take(folder, work)) {
      PublicFile wanted = PublicFile.plain(work, file.name(), file.bytes(), file.checksum());
      Partial partial = staging.partial(wanted);
      RetryingDownload.from(file.address(), wanted, partial, policy, rules, progress);
      String hash = known.isEmpty() ? sha256(partial.file()) : known;
      Path room = Files.createDirectories(folder.resolve(hash));
      Files.writeString(room.resolve(NOTE), label + "\n" + file.name() + "\n");
      FetchedFile target = FetchedFile.exactly(hash + "/" + file.name(), file.bytes());
      Path placed = staging.place(partial.file(), target);
      partial.clear();
      staging.clear();
      return placed;
    }
  }

  private static String sha256(Path file) throws IOException {
    return Checksum.sha256Of(file).hex();
  }

  private static String sha256(String text) {
    return Checksum.sha256Of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** What is here, by its source. */
  List<FetchedWeights> list() throws IOException {
    List<FetchedWeights> found = new ArrayList<>();
    for (Path room : rooms()) {
      Path note = room.resolve(NOTE);
      if (Files.isRegularFile(note) && Files.size(note) <= MOST_NOTE) {
        List<String> lines = Files.readAllLines(note);
        Path file = lines.size() == 2 ? room.resolve(lines.get(1)).normalize() : note;
        if (room.equals(file.getParent()) && !file.equals(note) && Files.isRegularFile(file)) {
          found.add(new FetchedWeights(lines.get(0), file, Files.size(file)));
        }
      }
    }
    found.sort(Comparator.comparing(FetchedWeights::source).thenComparing(one -> one.file()));
    return found;
  }

  private List<Path> rooms() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().matches(HASH))
          .filter(path -> Files.isDirectory(path))
          .toList();
    }
  }

  /** Removes what is here, and nothing else that may be in the folder. */
  long clear() throws IOException {
    long bytes = 0;
    for (FetchedWeights file : list()) {
      Files.delete(file.file());
      bytes += file.bytes();
      Path room = file.file().getParent();
      Files.deleteIfExists(room.resolve(NOTE));
      try (Stream<Path> left = Files.list(room)) {
        if (left.findAny().isPresent()) {
          continue;
        }
      }
      Files.delete(room);
    }
    return bytes;
  }
}
