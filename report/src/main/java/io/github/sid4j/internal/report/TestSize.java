package io.github.sid4j.internal.report;

import io.github.sid4j.internal.data.DatasetInfo;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.util.OptionalInt;

/** How many samples a run's test accuracy was measured on. */
final class TestSize {
  private static final double USUAL_FRACTION = DataSetting.TEST_FRACTION.defaultValue();

  private TestSize() {}

  /** Empty before it is measured, and of older runs where the user's files decide. */
  static OptionalInt of(ReportedRun run) {
    int measured =
        run.result().map(RunResult::classification).stream()
            .flatMap(it -> it.classes().stream())
            .mapToInt(ClassResult::support)
            .sum();
    return measured > 0
        ? OptionalInt.of(measured)
        : run.settings().map(TestSize::published).orElse(OptionalInt.empty());
  }

  /** Runs of older versions do not hold it. */
  private static OptionalInt published(Settings settings) {
    return DatasetInfo.catalogue().stream()
        .filter(info -> info.name().equals(settings.get(DataSetting.DATASET)))
        .filter(info -> info.testSize() > 0 && isUsual(info, settings))
        .mapToInt(DatasetInfo::testSize)
        .findFirst();
  }

  /** The digits have no test part of their own: it is a share that can be set. */
  private static boolean isUsual(DatasetInfo info, Settings settings) {
    return info.source() != DatasetInfo.Source.BUILT_IN
        || settings.get(DataSetting.TEST_FRACTION) == USUAL_FRACTION;
  }
}
