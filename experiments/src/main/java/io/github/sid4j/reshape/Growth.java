package io.github.sid4j.reshape;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.model.Weights;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts modules behind the cascade of a run and trains these alone. The run stays as it is; the
 * longer cascade is a run of its own, made of {@link #settings}. A run of an own network is trained
 * with its factory, as {@code Training.cascade} takes it.
 *
 * <pre>{@code
 * Settings settings = Growth.settings(base, 2, List.of(Assignment.of("epochs=10")));
 * Trained grown = Training.of(settings).run();
 * GrowReport report = Growth.report(base, grown.folder().get());
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class Growth {
  private static final Path RUNS = Path.of("runs");

  private Growth() {}

  /**
   * The settings of the run that grows another. What is not given is as it was for the base, but
   * for its folder, its threads by stage and its base; precision and network are those that it
   * ended with.
   *
   * @param base folder of a run with a finished epoch
   * @param modules to put behind its cascade, at least 1
   * @param given settings that are to be others; an {@code alpha} is that of the new modules
   * @return checked, with {@code out} the base's name and {@code -grown-} in {@code runs}, unless
   *     it is given
   * @throws InputException if there is no such run, its method makes no cascade that can grow, or
   *     settings exclude each other
   * @throws IOException if a file cannot be read
   */
  public static Settings settings(Path base, int modules, List<Assignment> given)
      throws IOException {
    if (modules < 1) {
      throw InputException.ofSetting(
          "modules", "at least 1", Integer.toString(modules), "add some");
    }
    return new GrownSettings(base, StoredModel.open(base)).of(modules, given, free(base, modules));
  }

  /** A folder that is not there yet, or in which a killed process did not get as far as a run. */
  private static Path free(Path base, int modules) throws IOException {
    String name = RunNames.of(base) + "-grown-" + modules;
    Path folder = RUNS.resolve(name);
    for (int number = 2; !isFree(folder); number++) {
      folder = RUNS.resolve(name + "-" + number);
    }
    return folder;
  }

  private static boolean isFree(Path folder) throws IOException {
    return !Files.exists(folder)
        || (Files.isDirectory(folder) && RunFolder.isFree(folder) && !RunFolder.isWritten(folder));
  }

  /**
   * Measures what the cascade could before it grew and can since, with the weights of the best
   * epochs, at every depth. Needs the data of both runs.
   *
   * @param base folder of the run that it grew from
   * @param grown folder of the run that it grew in
   * @return accuracies on the test parts of both
   * @throws InputException if a run or its data is not there, or not what it was
   * @throws IOException if a file cannot be read
   */
  public static GrowReport report(Path base, Path grown) throws IOException {
    return report(RunOpening.of(base), RunOpening.of(grown));
  }

  /**
   * The same of an own network, with its factory.
   *
   * @param base how the run is opened that it grew from
   * @param grown how the run is opened that it grew in
   * @return accuracies on the test parts of both
   * @throws InputException if a run or its data is not there, or not what it was
   * @throws IOException if a file cannot be read
   */
  public static GrowReport report(RunOpening base, RunOpening grown) throws IOException {
    StoredRun after = StoredRun.open(grown);
    StoredRun before = StoredRun.open(withDataOf(after, base));
    Examples old = before.data().test();
    return new GrowReport(
        base.folder().toString(),
        grown.folder().toString(),
        old.size(),
        accuracies(before, old),
        accuracies(after, old),
        after.data().test().size(),
        accuracies(after, after.data().test()));
  }

  /** A run that grew on the same data may have been given the place that it moved to. */
  private static RunOpening withDataOf(StoredRun grown, RunOpening base) throws IOException {
    RunPaths paths = new RunPaths(base.folder());
    String hash = RunJson.read(paths.provenance(), Provenance.class).datasetSha256();
    boolean same = grown.provenance().datasetSha256().equals(hash);
    return base.movedData().isEmpty() && base.data().isEmpty() && same
        ? grown.settings().get(DataSetting.DATA).map(base::movedData).orElse(base)
        : base;
  }

  private static List<Double> accuracies(StoredRun run, Examples test) throws IOException {
    return run.measure(Weights.BEST, test).stream().map(BeliefMetrics::accuracy).toList();
  }
}
