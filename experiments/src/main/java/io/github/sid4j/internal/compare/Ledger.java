package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows what has become of each cell, from what earlier calls left and what this one did. */
final class Ledger {
  private static final String AUTO = "auto";

  /**
   * Why a cell failed.
   *
   * @param reason in a line
   */
  record Failure(String reason) {}

  private final Folders folders;
  private final Map<String, CellState> states = new HashMap<>();
  private final Optional<Claims> claims;
  private final boolean retry;

  /**
   * Nothing is known yet.
   *
   * @param shared whether other processes run cells of the comparison, too
   * @param retry whether a cell that failed before is to run again
   */
  Ledger(Folders folders, boolean shared, boolean retry) {
    this.folders = folders;
    this.claims = shared ? Optional.of(new Claims(folders)) : Optional.empty();
    this.retry = retry;
  }

  /**
   * Takes up what earlier calls left of a cell. Of a cell that another process may be running it is
   * looked for when this one {@linkplain #claim claims} it.
   *
   * @throws InputException if its folder has a run with other settings, or a damaged one
   */
  void look(Cell cell) throws IOException {
    if (claims.isEmpty() || cell.settings().isEmpty()) {
      look(cell, retry);
    }
  }

  /**
   * Whether this process is to run a cell that waits.
   *
   * @return false if another one runs it, or has run it: then the cell waits no longer
   */
  boolean claim(Cell cell) throws IOException {
    if (claims.isEmpty()) {
      return true;
    }
    if (!claims.get().take(cell)) {
      return false;
    }
    look(cell, retry && isOfEarlierCall(folders.failure(cell)));
    if (of(cell).is(CellState.Status.WAITING)) {
      return true;
    }
    giveBack(cell);
    return false;
  }

  /** Lets another process have a cell that is not running any more. */
  void giveBack(Cell cell) throws IOException {
    if (claims.isPresent()) {
      claims.get().giveBack(cell);
    }
  }

  /** The first process writes the specification again when it begins. */
  private boolean isOfEarlierCall(Path failure) throws IOException {
    return Files.exists(failure)
        && Files.getLastModifiedTime(failure).compareTo(Files.getLastModifiedTime(folders.spec()))
            < 0;
  }

  /**
   * Takes up what earlier calls left of a cell.
   *
   * @param again whether a cell that failed is to run again
   * @throws InputException if its folder has a run with other settings, or a damaged one
   */
  private void look(Cell cell, boolean again) throws IOException {
    if (cell.settings().isEmpty()) {
      states.put(cell.id(), CellState.undefined(cell.refusal().orElseThrow()));
      return;
    }
    Path folder = folders.cell(cell);
    Training.of(resumed(cell, folder)).checkFolder();
    checkSame(cell, folder);
    Path result = new RunPaths(folder).result();
    Path failure = folders.failure(cell);
    if (Files.exists(result)) {
      states.put(cell.id(), CellState.done(RunJson.read(result, RunResult.class)));
    } else if (Files.exists(failure) && !again) {
      states.put(cell.id(), CellState.failed(RunJson.read(failure, Failure.class).reason()));
    }
  }

  /**
   * A cell is not extended, nor trained with other threads: it has to be what it would be again.
   */
  private static void checkSame(Cell cell, Path folder) throws IOException {
    Path file = new RunPaths(folder).settings();
    if (Files.exists(file)) {
      Settings stored = Settings.read(file);
      Settings wanted = cell.settings().orElseThrow().decidedAs(stored);
      if (wanted.get(ModelSetting.CUTS).isEmpty()) {
        // Its run has found some.
        wanted = wanted.with(ModelSetting.CUTS, stored.get(ModelSetting.CUTS));
      }
      if (wanted.get(RunSetting.DEVICE).equals(AUTO)) {
        wanted = wanted.with(RunSetting.DEVICE, stored.get(RunSetting.DEVICE));
      }
      List<String> differences = wanted.differences(stored);
      if (!differences.isEmpty()) {
        throw new InputException(
            folder.toString(),
            "the settings of the cell " + cell.id(),
            String.join(", ", differences),
            "choose another folder for the comparison, or remove this folder");
      }
    }
  }

  private static Settings resumed(Cell cell, Path folder) {
    Stream<Assignment> place =
        Stream.of(
            new Assignment("out", folder.toString(), "out"),
            new Assignment("resume", "true", "resume"));
    return Settings.resolve(List.copyOf(Stream.concat(cell.given().stream(), place).toList()));
  }

  CellState of(Cell cell) {
    return states.getOrDefault(cell.id(), CellState.WAITING);
  }

  /** Records that a cell's process ended. */
  void done(Cell cell) throws IOException {
    RunResult result = RunJson.read(new RunPaths(folders.cell(cell)).result(), RunResult.class);
    Files.deleteIfExists(folders.failure(cell));
    states.put(cell.id(), CellState.done(result));
  }

  /** Takes down that a cell failed; later calls know it too. */
  void failed(Cell cell, String reason) throws IOException {
    Files.createDirectories(folders.failure(cell).getParent());
    RunJson.write(folders.failure(cell), new Failure(reason));
    states.put(cell.id(), CellState.failed(reason));
  }

  /**
   * Takes down that a cell was refused before it began; later calls ask again, since it is soon
   * asked.
   */
  void undefined(Cell cell, String reason) {
    states.put(cell.id(), CellState.undefined(reason));
  }
}
