package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The checkpoints of one run, each a folder {@code step-000000123} with a manifest of sizes and
 * check sums. Killed at any moment, it has either the old or the new checkpoint whole.
 *
 * <p>One process at a time may use a folder, since opening it removes what an earlier one left
 * unfinished; the run's lock sees to that. Not for use by several threads at once.
 */
public final class CheckpointStore {
  private static final long MAX_STEP = 999_999_999_999_999_999L;

  private final Disk disk;
  private final StepFolders folders;
  private final Path folder;
  private final int keep;

  private CheckpointStore(Disk disk, Path folder, int keep) {
    this.disk = disk;
    this.folders = new StepFolders(disk, folder);
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Opens a store, finishing or undoing what a killed process had begun.
   *
   * @param folder of the checkpoints, made if it is not there
   * @param keep how many of the last checkpoints to keep, at least 1
   * @return the store
   * @throws IOException when the folder cannot be made, read or cleaned
   * @throws IllegalArgumentException when keep is below 1
   */
  public static CheckpointStore open(Path folder, int keep) throws IOException {
    return open(new LocalDisk(), folder, keep);
  }

  static CheckpointStore open(Disk disk, Path folder, int keep) throws IOException {
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be at least 1, found " + keep);
    }
    Files.createDirectories(folder);
    CheckpointStore store = new CheckpointStore(disk, folder, keep);
    store.folders.recover();
    return store;
  }

  /**
   * Saves a checkpoint and then removes what is no longer to be kept: all but the last few, and
   * those of later steps, which belong to a past that the run was taken back from. Once this
   * returns, the checkpoint is on the medium and is the newest.
   *
   * @param step optimizer steps taken, from 0 to 10^18 - 1; a checkpoint of the same step is
   *     replaced
   * @param content writes plain files, without folders; names of letters, digits and {@code ._-}
   * @throws IOException when writing fails; the older checkpoints are then as they were. When only
   *     the removal of others fails, the checkpoint is saved nevertheless
   * @throws IllegalArgumentException when the step is out of range
   * @throws IllegalStateException when the content is something else than such files
   */
  public void save(long step, FolderWriter content) throws IOException {
    if (step < 0 || step > MAX_STEP) {
      throw new IllegalArgumentException("step must be 0 to " + MAX_STEP + ", found " + step);
    }
    folders.put(
        step,
        unfinished -> {
          content.write(unfinished);
          CheckpointFolder.seal(disk, unfinished, step);
        });
    removeAllBut(keep, step);
  }

  /**
   * Finds the newest checkpoint that is whole, after reading all of it.
   *
   * @param warn gets one line for each newer one that is damaged
   * @return empty when there is no checkpoint at all
   * @throws InputException when there are some but all are damaged
   * @throws IOException when the folder cannot be listed, or a file may not be read
   */
  public Optional<Checkpoint> newest(Consumer<String> warn) throws IOException {
    List<String> damages = new ArrayList<>();
    for (var entry : new TreeMap<>(folders.byStep()).descendingMap().entrySet()) {
      try {
        Checkpoint checkpoint = CheckpointFolder.verify(entry.getValue(), entry.getKey());
        for (String damage : damages) {
          warn.accept(
              "checkpoint damaged (%s); resuming from step %s".formatted(damage, entry.getKey()));
        }
        return Optional.of(checkpoint);
      } catch (AccessDeniedException e) {
        throw e; // Not damaged: with other rights it can be read.
      } catch (InputException e) {
        damages.add(e.getMessage());
      } catch (IOException e) {
        damages.add(entry.getValue() + ": " + e.getMessage());
      }
    }
    if (damages.isEmpty()) {
      return Optional.empty();
    }
    throw new InputException(
        folder.toString(),
        "a checkpoint that is whole",
        "%s, all damaged (%s)".formatted(damages.size(), String.join(" | ", damages)),
        "put back a copy of one, or start the run again");
  }

  /**
   * Removes all checkpoints but the newest one that is whole and the one before it, which serves
   * where the newest is damaged later. Where none is whole, nothing is removed.
   *
   * @throws IOException when one cannot be read or removed
   */
  public void keepNewest() throws IOException {
    Optional<Checkpoint> newest;
    try {
      newest = newest(damage -> {});
    } catch (InputException e) {
      return;
    }
    if (newest.isPresent()) {
      removeAllBut(2, newest.get().step());
    }
  }

  /** Keeps some up to a step, the newest of them, and none behind it. */
  private void removeAllBut(int kept, long newest) throws IOException {
    SortedMap<Long, Path> all = folders.byStep();
    List<Path> surplus = new ArrayList<>(all.tailMap(newest + 1).values());
    List<Path> past = new ArrayList<>(all.headMap(newest + 1).values());
    surplus.addAll(past.subList(0, Math.max(0, past.size() - kept)));
    for (Path path : surplus) {
      folders.discard(path);
    }
  }
}
