package io.github.sid4j.internal.tensorboard;

import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunListenerProvider;
import io.github.sid4j.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;

/** Has runs reported to TensorBoard whose settings ask for it. */
public final class TensorBoardProvider implements RunListenerProvider {
  /** For {@link java.util.ServiceLoader}. */
  public TensorBoardProvider() {}

  @Override
  public boolean serves(Setting<?> setting) {
    return setting == RunSetting.TENSORBOARD;
  }

  @Override
  public List<TrainingListener> listeners(Path folder, Settings settings) {
    return settings.get(RunSetting.TENSORBOARD)
        ? List.of(new TensorBoardListener(new RunPaths(folder)))
        : List.of();
  }
}
