package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final int[] PHOTO = {3, 32, 32};

  private static Settings given(String... others) {
    Map<String, String> texts = new HashMap<>(Map.of("pretrained", "model.safetensors"));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Settings.parse(texts);
  }

  private static Tuning tuned(int samples, String... others) {
    return Tuning.of(given(others), true, PHOTO, samples, 2);
  }

  @Test
  void fewPhotosAreLearnedFromFeatures() {
    Tuning tuning = tuned(2 * Tuning.MANY_OF_CLASS - 2);
    Settings settings = tuning.settings().check();
    assertThat(settings.get(TuneSetting.TUNE)).isEqualTo("features");
    assertThat(settings.get(ReshapeSetting.FROZEN)).isEqualTo("extractor");
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo("shared");
    assertThat(settings.get(TrainingSetting.AUGMENT)).isEqualTo("none");
    assertThat(settings.get(ModelSetting.MODULE_HIDDEN)).isZero();
    assertThat(settings.get(TrainingSetting.WEIGHT_DECAY)).isEqualTo(1);
    assertThat(settings.get(TrainingSetting.LR)).isEqualTo(0.00996);
    assertThat(settings.get(TrainingSetting.EPOCHS)).isEqualTo(40);
    assertThat(tuning.lines())
        .singleElement()
        .asString()
        .contains("tune features", "249 training photos a class", "below 250");
  }

  @Test
  void manyPhotosAreLearnedInStages() {
    Settings settings = tuned(2 * Tuning.MANY_OF_CLASS).settings().check();
    assertThat(settings.get(TuneSetting.TUNE)).isEqualTo("stages");
    assertThat(settings.get(ModelSetting.TOPOLOGY)).isEqualTo("staged");
    assertThat(settings.get(ModelSetting.BALANCE)).isEqualTo("activations");
    assertThat(settings.get(ReshapeSetting.FREEZE_BATCH_NORM)).isTrue();
    assertThat(settings.get(TuneSetting.HEAD_EPOCHS)).isEqualTo(1);
  }

  @Test
  void whatWasGivenStays() {
    assertThat(tuned(9, "topology", "staged").settings().get(TuneSetting.TUNE)).isEqualTo("auto");
    assertThat(Tuning.of(given(), false, PHOTO, 9, 2).lines()).isEmpty();
    Settings stages =
        tuned(9, "tune", "stages", "head-epochs", "0", "balance", "multiplications", "lr", "0.01")
            .settings();
    assertThat(stages.get(TuneSetting.HEAD_EPOCHS)).isZero();
    assertThat(stages.get(ModelSetting.BALANCE)).isEqualTo("multiplications");
    assertThat(stages.get(TrainingSetting.LR)).isEqualTo(0.01);
  }

  @Test
  void allIsBackpropagationOfTheWhole() {
    Settings all = tuned(9, "tune", "all").settings().check();
    assertThat(all.get(ModelSetting.METHOD)).isEqualTo("backprop");
    assertThat(all.get(ModelSetting.TOPOLOGY)).isEqualTo("whole");
    Settings checkpointed =
        tuned(9, "tune", "all", "method", "checkpointed-backprop").settings().check();
    assertThat(checkpointed.get(ModelSetting.METHOD)).isEqualTo("checkpointed-backprop");
  }

  @Test
  void modulesWithAHiddenLayerAreTrainedByAdamW() {
    Settings hidden = tuned(9, "tune", "features", "module-hidden", "64").settings().check();
    assertThat(hidden.get(ModelSetting.MODULE_HIDDEN)).isEqualTo(64);
    assertThat(hidden.get(TrainingSetting.OPTIMIZER)).isEqualTo("adamw");
    Settings own = tuned(9, "tune", "features", "optimizer", "sgd").settings().check();
    assertThat(own.get(ModelSetting.MODULE_HIDDEN)).isEqualTo(256);
    assertThatThrownBy(
            () -> tuned(9, "module-hidden", "0", "topology", "staged").settings().check())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("module-hidden");
    assertThat(hidden.get(ModelSetting.FEATURE_NORMALIZATION)).isEqualTo("none");
  }

  @Test
  void depthsAreStagesWhoseHeadsReadPooledFeatures() {
    Settings depths = tuned(9, "tune", "features", "cuts", "12,16").settings().check();
    assertThat(depths.get(ModelSetting.TOPOLOGY)).isEqualTo("staged");
    assertThat(depths.get(ModelSetting.HEAD)).isEqualTo("mlp");
  }

  @Test
  void whatExcludesItIsRefused() {
    assertThatThrownBy(() -> tuned(9, "tune", "features", "augment", "flip"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("augment", "flip", "tune features");
    assertThatThrownBy(() -> Settings.parse(Map.of("tune", "features")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("pretrained");
    assertThatThrownBy(() -> tuned(9, "tune", "all", "views", "2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("views");
  }
}
