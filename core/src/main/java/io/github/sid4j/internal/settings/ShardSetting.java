package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;

/**
 * How data in shards is read: {@code parquet} and {@code webdataset}. Settings of {@link
 * SettingGroup#DATA}.
 *
 * <p>Constants, safe for several threads.
 */
public final class ShardSetting {
  public static final Setting<Integer> SHUFFLE_WINDOW =
      Setting.deciding(
          SettingGroup.DATA,
          "shuffle-window",
          integers(atLeast(0).atMost(Limits.WINDOW)),
          0,
          "Images of shards in memory at a time, shuffled among each other; 0 holds all.");

  public static final Setting<Boolean> SKIP_DAMAGED =
      Setting.deciding(
          SettingGroup.DATA,
          "skip-damaged",
          new BooleanType(),
          false,
          "Count and leave out damaged shards and samples instead of refusing them.");

  public static final Setting<Integer> READERS =
      Setting.free(
          SettingGroup.DATA,
          "readers",
          integers(atLeast(1).atMost(64)),
          1,
          "Threads that decode images of shards ahead; they change no result.");

  private ShardSetting() {}
}
