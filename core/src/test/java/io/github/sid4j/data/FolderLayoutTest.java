package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.PartName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderLayoutTest {
  @TempDir private Path dir;

  private FolderLayout of(String... files) throws IOException {
    for (String file : files) {
      Path path = dir.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
    return FolderLayout.of(dir);
  }

  private void refused(String part, String... files) {
    assertThatThrownBy(() -> of(files))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource({
    "train, test",
    "Train, Test",
    "TRAINING, TESTING",
    "training_set, test_set",
    "Train Images, test-images",
    "train_data, test_data"
  })
  void partsAreKnownByTheirUsualNamesInAnyLetterCase(String train, String test) throws IOException {
    FolderLayout layout = of(train + "/a/1.png", test + "/a/1.png");
    assertThat(layout.training()).isEqualTo(dir.resolve(train));
    assertThat(layout.part(PartName.TEST)).contains(dir.resolve(test));
    assertThat(layout.part(PartName.VALIDATION)).isEmpty();
    assertThat(layout.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"val", "VAL", "valid", "Validation", "dev", "eval", "validation_set"})
  void aValidationPartIsKnownByItsUsualNames(String name) throws IOException {
    FolderLayout layout = of("train/a/1.png", name + "/a/1.png", "test/a/1.png");
    assertThat(layout.part(PartName.VALIDATION)).contains(dir.resolve(name));
  }

  @Test
  void foldersWithOtherNamesAreClasses() throws IOException {
    FolderLayout layout = of("trains/1.png", "tests/1.png", "validity/1.png");
    assertThat(layout.isDivided()).isFalse();
    assertThat(layout.training()).isEqualTo(dir);
    assertThat(layout.notes()).isEmpty();
  }

  @Test
  void aClassThatIsCalledTrainIsAClassAndThatIsSaid() throws IOException {
    FolderLayout layout = of("train/1.png", "car/1.png", "bus/1.png");
    assertThat(layout.isDivided()).isFalse();
    assertThat(layout.notes())
        .containsExactly(
            dir.resolve("train")
                + " is read as a class, not as the training part, since images are in it without"
                + " folders of classes");
  }

  @Test
  void aFolderMadeLikeAPartBesideClassesIsRefused() {
    refused(
        "train: expected parts of the data, or classes, found a folder named and made like the"
            + " training part beside bus, car",
        "train/steam/1.png",
        "car/1.png",
        "bus/1.png");
  }

  @Test
  void twoFoldersForOnePartAreRefused() {
    refused(
        "validation: expected one folder for the validation part, found val, too",
        "train/a/1.png",
        "val/a/1.png",
        "validation/a/1.png",
        "test/a/1.png");
  }

  @Test
  void aPartAloneIsRefused() {
    refused("test: expected a folder of test images beside", "Train/a/1.png", "Train/b/1.png");
  }

  @Test
  void partsWithoutATrainingPartAreRefused() {
    refused("expected a folder train beside test, val, found none", "test/a/1.png", "val/a/1.png");
  }

  @Test
  void aPartWhoseImagesAreInNoClassIsRefused() {
    refused(
        "test: expected images in folders named after their classes, found 2 images that are in none",
        "train/a/1.png",
        "test/1.png",
        "test/2.png");
  }

  @Test
  void otherFoldersBesidePartsAreNotRead() throws IOException {
    FolderLayout layout = of("train/a/1.png", "test/a/1.png", "raw/1.png");
    assertThat(layout.isDivided()).isTrue();
    assertThat(layout.beside()).containsExactly(dir.resolve("raw"));
  }

  @Test
  void classesThatAllHoldTheSameFoldersMayBeParts() throws IOException {
    FolderLayout layout =
        of("set1/cat/1.png", "set1/dog/1.png", "set2/cat/1.png", "set2/dog/1.png");
    assertThat(layout.isDivided()).isFalse();
    assertThat(layout.notes()).hasSize(1);
    assertThat(layout.notes().get(0))
        .startsWith("set1, set2 are read as the classes, though all hold folders cat, dog");
  }

  @Test
  void oneFolderThatAllClassesHoldIsUsual() throws IOException {
    assertThat(of("cat/images/1.png", "dog/images/1.png").notes()).isEqualTo(List.of());
  }

  @Test
  void aFileIsNoFolderOfClasses() throws IOException {
    Path file = Files.writeString(dir.resolve("images.zip"), "");
    assertThatThrownBy(() -> FolderLayout.of(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": expected a folder with a folder for each class, found a file; correct the path");
  }

  @Test
  void hiddenFoldersAreNoParts() throws IOException {
    assertThat(of(".train/a/1.png", "a/1.png", "b/1.png").isDivided()).isFalse();
  }
}
