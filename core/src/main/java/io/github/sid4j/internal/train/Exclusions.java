package io.github.sid4j.internal.train;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.data.ExclusionList;
import io.github.sid4j.internal.run.ExclusionProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The samples that settings leave out of training and validation. */
public final class Exclusions {
  private static final String REMEDY =
      "put back the list that the run was begun with, or train a new run";

  private Exclusions() {}

  /**
   * The parts without them.
   *
   * @throws InputException if the list cannot be used for this data
   */
  static Splits of(Settings settings, Splits data, List<String> classNames) {
    return read(settings).map(list -> list.without(data, classNames)).orElse(data);
  }

  private static Optional<ExclusionList> read(Settings settings) {
    Path file = settings.get(DataSetting.EXCLUDE).orElse(null);
    try {
      return file == null ? Optional.empty() : Optional.of(ExclusionList.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be shown at the start of a run. */
  public static Optional<DataFact> fact(Settings settings) {
    return read(settings)
        .map(
            list ->
                new DataFact(
                    "excluded",
                    "%s that %s lists, but for those of the test part"
                        .formatted(
                            list.size() == 1 ? "1 sample" : list.size() + " samples",
                            settings.get(DataSetting.EXCLUDE).orElseThrow().getFileName())));
  }

  /** What is recorded of them; {@code null} if there are none. */
  public static @Nullable ExclusionProvenance provenance(Settings settings) throws IOException {
    ExclusionList list = read(settings).orElse(null);
    if (list == null) {
      return null;
    }
    Path file = settings.get(DataSetting.EXCLUDE).orElseThrow();
    return new ExclusionProvenance(
        file.getFileName().toString(), FileHash.sha256(file), list.size());
  }

  /**
   * Makes sure that a run is opened with the list that it was begun with.
   *
   * @throws InputException if there is another one now
   */
  public static void check(Settings settings, Provenance begun) throws IOException {
    ExclusionProvenance now = provenance(settings);
    ExclusionProvenance then = begun.exclude();
    String there = now == null ? null : now.sha256();
    if (!Objects.equals(there, then == null ? null : then.sha256())) {
      throw InputException.ofSetting(
          "exclude",
          then == null
              ? "none, as when the run began"
              : "the list %s that the run began with, SHA-256 %s"
                  .formatted(then.name(), then.sha256()),
          now == null ? "none" : "another, " + there,
          REMEDY);
    }
  }
}
