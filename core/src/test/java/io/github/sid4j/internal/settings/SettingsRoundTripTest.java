package io.github.sid4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsRoundTripTest {
  private static final TextType TEXT = new TextType();

  @Property(tries = 120)
  void settingsComeBackFromTheirTextsAsTheyWere(@ForAll("settings") Settings settings)
      throws IOException {
    assertThat(Settings.parse(settings.toMap())).isEqualTo(settings).hasSameHashCodeAs(settings);
    Path file = Files.createTempFile("settings", ".yaml");
    try {
      Files.writeString(file, settings.toYaml());
      assertThat(Settings.read(file)).isEqualTo(settings);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Settings> settings() {
    Arbitrary<Settings> numbers =
        Combinators.combine(
                Arbitraries.doubles().between(0, false, 1e6, true).ofScale(12),
                Arbitraries.doubles().between(0, true, 1, false).ofScale(6),
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.integers().between(1, Limits.BATCH),
                Arbitraries.of("sid", "backprop", "deep-supervision"),
                Arbitraries.of(true, false))
            .as(
                (lr, smoothing, seed, batch, method, quiet) ->
                    Settings.defaults()
                        .with(TrainingSetting.LR, lr)
                        .with(ObjectiveSetting.LABEL_SMOOTHING, smoothing)
                        .with(RunSetting.SEED, seed)
                        .with(TrainingSetting.BATCH, batch)
                        .with(ModelSetting.METHOD, method)
                        .with(RunSetting.QUIET, quiet));
    Arbitrary<List<Double>> weights =
        Arbitraries.doubles().between(0, false, 1, true).ofScale(5).list().ofSize(5);
    Arbitrary<List<Integer>> milestones =
        Arbitraries.integers()
            .between(1, Limits.EPOCHS)
            .set()
            .ofMaxSize(4)
            .map(s -> s.stream().sorted().toList());
    return Combinators.combine(numbers, texts(), texts(), weights, milestones)
        .as(
            (settings, column, path, alpha, epochs) ->
                settings
                    .with(DataSetting.LABEL_COLUMN, column)
                    .with(RunSetting.OUT, Optional.of(Path.of(path)))
                    .with(ObjectiveSetting.ALPHA, new AlphaSpec(alpha, false))
                    .with(TrainingSetting.SCHEDULE, epochs.isEmpty() ? "cosine" : "steps")
                    .with(TrainingSetting.MILESTONES, epochs));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> yamlLike =
        Arbitraries.strings().withChars("\"' :#-{}[]&*!|>%@`,~.\\nty01eE+_=<?").ofMaxLength(8);
    Arbitrary<String> words =
        Arbitraries.of("null", "~", "true", "no", "on", "0x1F", "1e3", ".inf", "a: b", "- x", "=");
    return Arbitraries.oneOf(yamlLike, words, Arbitraries.strings().ofMaxLength(20))
        .filter(SettingsRoundTripTest::isText);
  }

  private static boolean isText(String text) {
    try {
      return !TEXT.parse(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
