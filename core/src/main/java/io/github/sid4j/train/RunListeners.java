package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.error.Providers;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The listeners that jars on the class path add to runs with a folder. */
final class RunListeners {
  private final List<RunListenerProvider> providers;

  RunListeners(Iterable<RunListenerProvider> found) {
    providers = Providers.loaded(found, "listeners of runs");
  }

  /** Those on the path that the library itself was loaded from. */
  static RunListeners installed() {
    return new RunListeners(
        ServiceLoader.load(RunListenerProvider.class, RunListenerProvider.class.getClassLoader()));
  }

  /**
   * Refuses what nobody on the class path does.
   *
   * @throws InputException with the artefact that would
   */
  void check(Settings settings) {
    if (settings.get(RunSetting.TENSORBOARD)
        && providers.stream().noneMatch(each -> each.serves(RunSetting.TENSORBOARD))) {
      throw InputException.ofSetting(
          RunSetting.TENSORBOARD.name(),
          "a library on the class path that writes it",
          "none",
          "add io.github.sid4j:sid4j-report, or leave it out");
    }
  }

  /** New listeners of a run. */
  List<TrainingListener> of(Path folder, Settings settings) {
    List<TrainingListener> all = new ArrayList<>();
    for (RunListenerProvider provider : providers) {
      all.addAll(
          Providers.ask(provider, "listeners of a run", each -> each.listeners(folder, settings)));
    }
    return all;
  }
}
