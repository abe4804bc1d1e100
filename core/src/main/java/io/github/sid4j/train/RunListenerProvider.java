package io.github.sid4j.train;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * The service by which a jar adds listeners to every run that has a folder. An implementation is a
 * public class with a public constructor without parameters, named in {@code
 * META-INF/services/io.github.sid4j.train.RunListenerProvider} of its jar. It has no state, and any
 * thread may call it.
 */
public interface RunListenerProvider {
  /**
   * Whether a setting is left to this provider. A run whose settings ask for something that no
   * provider serves is refused.
   *
   * @param setting for example {@code RunSetting.TENSORBOARD}
   * @return false, unless the implementation says otherwise
   */
  default boolean serves(Setting<?> setting) {
    return false;
  }

  /**
   * The listeners of one run. They hear it after what the library writes into the folder, so that
   * {@code samples.json} is there when they hear of the start, and an epoch's line in {@code
   * beliefs.jsonl} when they hear that it is validated.
   *
   * @param folder of the run
   * @param settings of the run
   * @return new ones, in the order in which they hear; empty if the settings ask for none
   */
  List<TrainingListener> listeners(Path folder, Settings settings);
}
