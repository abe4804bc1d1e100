package io.github.sid4j.train;

import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What another jar registers: remembers what the listeners of a run heard. */
public final class HearingProvider implements RunListenerProvider {
  private static final Map<Path, List<String>> HEARD = new ConcurrentHashMap<>();

  static List<String> heard(Path folder) {
    return HEARD.getOrDefault(folder, List.of());
  }

  @Override
  public boolean serves(Setting<?> setting) {
    return setting == RunSetting.TENSORBOARD;
  }

  @Override
  public List<TrainingListener> listeners(Path folder, Settings settings) {
    return List.of(new Hearing(new RunPaths(folder)));
  }

  private record Hearing(RunPaths paths) implements TrainingListener {
    private void add(String event) {
      HEARD.computeIfAbsent(paths.folder(), path -> new ArrayList<>()).add(event);
    }

    @Override
    public void started(TrainingContext context, TrainingStart start) {
      add("started, samples " + Files.exists(paths.samples()));
    }

    @Override
    public void validated(TrainingContext context, EpochMetrics metrics) throws IOException {
      int epoch = new BeliefsLog(paths.beliefsLog()).latest().orElseThrow().epoch();
      add("validated " + metrics.epoch() + ", beliefs of " + epoch);
    }

    @Override
    public void ended(TrainingContext context, RunResult result) {
      add("ended");
    }
  }
}
