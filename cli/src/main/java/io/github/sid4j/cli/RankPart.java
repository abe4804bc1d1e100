package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cluster.MeetingPlace;
import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.TrainingContext;
import io.github.sid4j.train.TrainingListener;
import io.github.sid4j.train.TrainingStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The part of this process in a run of several. The file where processes of one machine meet has
 * another beside it, which names the run's folder: those that are started again resume it.
 */
final class RankPart {
  /** What is said of several processes. */
  static final Set<Setting<?>> SETTINGS =
      Set.of(
          RunSetting.PROCESSES,
          RunSetting.RANK_STAGES,
          RunSetting.MAX_RESTARTS,
          RunSetting.PEER_TIMEOUT);

  private final Seat seat;

  private RankPart(Seat seat) {
    this.seat = seat;
  }

  /**
   * Finds it in the environment.
   *
   * @return empty if this process trains alone, or starts others
   * @throws InputException if the settings want another number of processes
   */
  static Optional<RankPart> of(Settings settings) {
    Optional<Seat> seat = Seat.of(System.getenv());
    int wanted = settings.get(RunSetting.PROCESSES);
    if (seat.isPresent() && wanted > 1 && wanted != seat.get().size()) {
      throw InputException.ofSetting(
          "processes",
          "the %s that the launcher has started".formatted(seat.get().size()),
          Integer.toString(wanted),
          "leave it out");
    }
    return seat.map(RankPart::new);
  }

  /**
   * Ends a command that only one process can carry out, where a launcher started several.
   *
   * @throws InputException if it did
   */
  static void refuse(String command) {
    if (Seat.of(System.getenv()).isPresent()) {
      throw new InputException(
          command, "one process", "several of a launcher", "start it without the launcher");
    }
  }

  /** Whether this process has the data, shows the course and keeps the run. */
  boolean isFirst() {
    return seat.rank() == 0;
  }

  /** On one machine stages share its threads, unless it is said otherwise. */
  static Settings shared(Settings settings) {
    boolean open =
        settings.get(RunSetting.PROCESSES) > 1
            && !settings.get(RunSetting.RESUME)
            && !settings.isGiven(TrainingSetting.EXECUTION);
    return open ? settings.with(TrainingSetting.EXECUTION, "pipeline") : settings;
  }

  /** The settings with which this process trains: those of a process that is started again. */
  Settings resuming(Settings settings) throws IOException {
    Optional<Path> note = note();
    if (seat.attempt() == 0 || note.isEmpty()) {
      return settings;
    }
    if (Files.exists(note.get())) {
      Path folder = Path.of(Files.readString(note.get()));
      return settings
          .with(RunSetting.OUT, Optional.of(folder))
          .with(RunSetting.RESUME, true)
          .with(RunSetting.OVERWRITE, false);
    }
    // The folder may have been begun, but not if it was to be replaced.
    return settings.get(RunSetting.OUT).isPresent() && !settings.get(RunSetting.OVERWRITE)
        ? settings.with(RunSetting.RESUME, true)
        : settings;
  }

  private Optional<Path> note() {
    return seat.place() instanceof MeetingPlace.InFile file
        ? Optional.of(file.path().resolveSibling(LocalProcesses.FOLDER_NOTE))
        : Optional.empty();
  }

  /** Notes where the run is, for a start after this one. */
  TrainingListener keepingFolder() {
    return new TrainingListener() {
      @Override
      public void started(TrainingContext context, TrainingStart start) throws IOException {
        if (note().isPresent() && start.runFolder().isPresent()) {
          Path folder = start.runFolder().get().toAbsolutePath();
          Files.write(note().get(), folder.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    };
  }
}
