package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CropFlip;
import io.github.sid4j.internal.data.PhotoAugmentation;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationTest {
  @Test
  void cropsAreOfImagesPaddedByAnEighthOfTheirSide() {
    assertThat(chosen("cifar10", "auto")).isEqualTo(new CropFlip(4));
    assertThat(chosen("tiny-imagenet", "auto")).isEqualTo(new CropFlip(8));
    assertThat(chosen("tiny-imagenet", "crop-flip")).isEqualTo(new CropFlip(8));
  }

  @Test
  void whatMustNotBeMirroredIsLeftAloneUnlessAskedFor() {
    assertThat(chosen("mnist", "auto")).isSameAs(Augmentation.NONE);
    assertThat(chosen("cifar10", "none")).isSameAs(Augmentation.NONE);
    assertThat(chosen("folder", "crop-flip")).isEqualTo(new CropFlip(4));
  }

  @Test
  void photosAreChangedInThreeWays() {
    for (String augment : new String[] {"flip", "photo", "trivial"}) {
      assertThat(chosen("folder", augment)).isInstanceOf(PhotoAugmentation.class);
    }
  }

  private static Augmentation chosen(String dataset, String augment) {
    return new TrainingComponents(Settings.parse(Map.of("augment", augment)))
        .augmentation(dataset, Datasets.digits().split(0, 1).train());
  }

  @Test
  void whatIsNoImageIsRefusedBeforeARunBegins(@TempDir Path temp) throws IOException {
    Path table = Files.writeString(temp.resolve("t.csv"), "label,size\n" + "a,1\nb,2\n".repeat(20));
    Path run = temp.resolve("run");
    Settings settings =
        Settings.parse(
            Map.of(
                "dataset",
                "csv",
                "data",
                table.toString(),
                "augment",
                "flip",
                "out",
                run.toString()));
    assertThatThrownBy(() -> Training.of(settings).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("augment: expected none for what is no image");
    assertThat(run).doesNotExist();
  }
}
