package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLoaderTest {
  @TempDir private Path dir;

  @Test
  void classesAreFoldersInOrderOfTheirNames() throws IOException {
    writeGrey("train/dog/1.png", 2);
    writeGrey("train/cat/deeper/1.PNG", 2);
    writeGrey("train/cat/2.png", 2);
    writeGrey("test/dog/1.png", 2);
    Files.writeString(dir.resolve("train/cat/notes.txt"), "no image");
    Dataset dataset = open(dir);
    assertThat(dataset.classNames()).containsExactly("cat", "dog");
    Splits splits = dataset.split(0, 1);
    assertThat(TestData.labels(splits.train())).containsExactly(0, 0, 1);
    assertThat(TestData.labels(splits.test())).containsExactly(1);
    assertThat(splits.train().shape()).containsExactly(1, 2, 2);
  }

  @Test
  void oneColourImageMakesAllOfThemColour() throws IOException {
    writeGrey("train/a/1.png", 1);
    writeGrey("train/b/1.png", 1);
    write("test/b/1.png", 1, BufferedImage.TYPE_INT_RGB);
    assertThat(open(dir).split(0, 1).train().shape()).containsExactly(3, 1, 1);
  }

  @Test
  void withoutTestFolderAShareOfEachClassIsTheTestPart() throws IOException {
    for (int i = 0; i < 10; i++) {
      writeGrey("a/" + i + ".png", 1);
      writeGrey("b/" + i + ".png", 1);
    }
    Splits splits = open(dir).split(0, 1);
    assertThat(TestData.labels(splits.test())).containsExactly(0, 0, 1, 1);
    assertThat(splits.train().size()).isEqualTo(16);
  }

  @Test
  void anImageOfAnotherSizeIsNamed() throws IOException {
    writeGrey("a/1.png", 2);
    writeGrey("b/1.png", 3);
    assertRefused(
        "1.png: expected 2x2 pixels as in", "found 3x3; have them resized by --image-size 32");
  }

  @Test
  void imagesOfAllSizesAreScaledToOneWhereThatIsAskedFor() throws IOException {
    writeGrey("train/a/1.png", 2);
    writeGrey("train/b/1.png", 9);
    writeGrey("test/b/1.png", 5);
    DatasetRequest request = new DatasetRequest("folder", dir, "label", 0.2, 4);
    assertThat(Datasets.open(request).split(0, 1).train().shape()).containsExactly(1, 4, 4);
  }

  @Test
  void anImageThatCannotBeReadIsNamed() throws IOException {
    writeGrey("a/1.png", 2);
    Files.createDirectories(dir.resolve("b"));
    Files.writeString(dir.resolve("b/x.jpg"), "text");
    assertRefused("x.jpg: expected a PNG or JPEG image, found something else");
  }

  @Test
  void layoutsThatLeaveDoubtAreRefused() throws IOException {
    assertRefused("expected at least two folders, one for each class, found 0 []");
    writeGrey("a/1.png", 2);
    Files.createDirectory(dir.resolve("b"));
    assertRefused("b: expected at least one .png, .jpg or .jpeg image, found none");
    writeGrey("train/a/1.png", 2);
    writeGrey("train/b/1.png", 2);
    assertRefused("test: expected a folder of test images beside");
    Files.createDirectory(dir.resolve("test"));
    assertRefused("test: expected images in folders named after their classes, found none");
    writeGrey("test/c/1.png", 2);
    assertRefused("expected a class of the training part, found c");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> open(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  private static Dataset open(Path dir) throws IOException {
    return Datasets.open(DatasetRequest.of("folder", dir));
  }

  private void writeGrey(String file, int side) throws IOException {
    write(file, side, BufferedImage.TYPE_BYTE_GRAY);
  }

  private void write(String file, int side, int type) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    ImageIO.write(new BufferedImage(side, side, type), "png", path.toFile());
  }
}
