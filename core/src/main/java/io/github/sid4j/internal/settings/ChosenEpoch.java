package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Settings;

/** Which epoch's weights a finished run answers with. */
public final class ChosenEpoch {
  private ChosenEpoch() {}

  /**
   * Whether they are those of the last epoch by choice, so that there is no other set of weights.
   *
   * @param settings of the run
   * @return true with {@code best-by=last}
   */
  public static boolean isLast(Settings settings) {
    return settings.get(TrainingSetting.BEST_BY).equals("last");
  }

  /**
   * What a person calls it.
   *
   * @param last as {@link #isLast}
   * @return {@code last epoch} or {@code best epoch}
   */
  public static String words(boolean last) {
    return last ? "last epoch" : "best epoch";
  }
}
