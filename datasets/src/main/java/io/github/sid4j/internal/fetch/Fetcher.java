package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches published data sets. A file appears in the data folder only whole and checked; until then
 * it is in {@code .partial} inside that folder, from where a later run continues if one is stopped.
 * In the end only an empty lock file stays there.
 */
public final class Fetcher {
  private final FetchPolicy policy;

  /**
   * Sets the patience.
   *
   * @param policy time-outs, attempts and redirects
   */
  public Fetcher(FetchPolicy policy) {
    this.policy = policy;
  }

  /**
   * Brings what is missing of a data set into a folder. What is there already is left alone; if all
   * is there, no server is asked and nothing is written.
   *
   * @param dataset what to fetch
   * @param dir the data folder, made if need be; the files land below it where their targets say
   * @param progress hears how far each download has come
   * @return the files put in place, in the order of the data set; empty if nothing was missing
   * @throws InputException if a file that differs from the published one is in the way, if another
   *     fetch of this data set into this folder is under way, or if an archive is not what it
   *     should be; nothing is in place then that was not whole
   * @throws IOException if no home delivers, if the disk is full or not writable (the message is
   *     one line that is fit to be shown), or, as {@link InterruptedIOException}, if the thread is
   *     interrupted; what has come so far is kept, and the next call continues with it
   */
  public List<Path> fetch(PublicDataset dataset, Path dir, ProgressListener progress)
      throws IOException {
    try {
      return bring(dataset, dir, progress);
    } catch (FetchFailure | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          dir
              + " cannot be used ("
              + FetchFailure.reason(e)
              + "); see to free space and permissions and run again, what has come is kept",
          e);
    }
  }

  private List<Path> bring(PublicDataset dataset, Path dir, ProgressListener progress)
      throws IOException {
    Inventory inventory = new Inventory(dir);
    if (inventory.missing(dataset).isEmpty()) {
      return List.of();
    }
    RetryingDownload download = new RetryingDownload(policy, dataset.homes());
    List<Path> placed = new ArrayList<>();
    try (StagingDirectory work = StagingDirectory.take(dir, dataset.name())) {
      // Asked again, now that nobody else can be at it.
      for (PublicFile file : inventory.missing(dataset)) {
        Partial partial = work.partial(file);
        download.run(file, partial, progress);
        placed.addAll(place(file, inventory.absent(file), partial, work));
      }
      work.clear();
    }
    return placed;
  }

  private static List<Path> place(
      PublicFile file, List<FetchedFile> absent, Partial partial, StagingDirectory work)
      throws IOException {
    if (file.archive()) {
      new TarGz(partial.file()).unpack(file.targets(), Files.createDirectories(work.unpacked()));
    }
    List<Path> placed = new ArrayList<>();
    for (FetchedFile target : absent) {
      Path finished = file.archive() ? work.unpacked().resolve(target.path()) : partial.file();
      placed.add(work.place(finished, target));
    }
    partial.clear();
    return placed;
  }
}
