package io.github.sid4j.internal.datasets;

import static io.github.sid4j.internal.datasets.TinyImageNetTree.BULLFROG;
import static io.github.sid4j.internal.datasets.TinyImageNetTree.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.DatasetRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyImageNetLoaderTest {
  @TempDir private Path dir;
  private TinyImageNetTree tree;

  @BeforeEach
  void write() throws IOException {
    tree = TinyImageNetTree.small(dir);
  }

  @Test
  void classesHaveTheOrderOfWnidsAndTheirFirstWordAsName() throws IOException {
    Dataset dataset = open(dir);
    assertThat(dataset.classNames()).containsExactly("Egyptian cat", "bullfrog");
    Splits splits = dataset.split(0, 1);
    assertThat(TestLabels.of(splits.train())).containsExactly(0, 0, 1, 1);
    assertThat(splits.train().shape()).containsExactly(3, 64, 64);
  }

  @Test
  void valIsTheTestPartWithTheLabelsOfItsListAndValidationIsOfTrain() throws IOException {
    Splits splits = open(dir).split(0.5, 1);
    assertThat(TestLabels.of(splits.test())).containsExactly(1, 0);
    assertThat(TestLabels.of(splits.train())).containsExactly(0, 1);
    assertThat(TestLabels.of(splits.validation())).containsExactly(0, 1);
  }

  @Test
  void theFolderAboveWillDoToo() throws IOException {
    Path above = Files.createDirectory(dir.resolve("above"));
    TinyImageNetTree.small(above.resolve("tiny-imagenet-200"));
    assertThat(open(above).sha256()).isEqualTo(open(dir).sha256());
  }

  @Test
  void aPartOfTheDataAndMissingNamesAreNoted() throws IOException {
    assertThat(open(dir).notes())
        .containsExactly(
            dir
                + " holds 2 classes, 4 training images and 2 of val, as published it has 200,"
                + " 100,000 and 10,000: it is a part of the data or incomplete");
    tree.text("words.txt", CAT + "\tEgyptian cat");
    assertThat(open(dir).classNames()).containsExactly("Egyptian cat", BULLFROG);
    Files.delete(dir.resolve("words.txt"));
    assertThat(open(dir).classNames()).containsExactly(CAT, BULLFROG);
    assertThat(open(dir).notes()).anyMatch(note -> note.startsWith("no " + dir));
  }

  @Test
  void greyImagesGetThreeEqualChannels() throws IOException {
    tree.greyImage("grey.JPEG", 64, 100);
    tree.image("red.JPEG", 64, 0xFF0000);
    var read =
        new SquareImages(64).read(Arrays.asList(dir.resolve("grey.JPEG"), dir.resolve("red.JPEG")));
    assertThat(read.get(0)).hasSize(3 * 64 * 64).containsOnly(100);
    assertThat(read.get(1)[0] & 0xFF).isGreaterThan(250);
    assertThat(read.get(1)[64 * 64] & 0xFF).isLessThan(5);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(dir.resolve("val/val_annotations.txt"));
    assertRefused(
        "val_annotations.txt: expected a file of the dataset tiny-imagenet, found none; give the"
            + " folder that train, val and wnids.txt are in");
    Files.move(dir.resolve("val/images"), dir.resolve("val/pictures"));
    tree.annotations("val_0.JPEG\t" + CAT);
    assertRefused("images: expected a folder of images, found none; unpack the data set again");
    tree.text("wnids.txt", CAT, "n00000001");
    assertRefused("n00000001", "images: expected a folder of images, found none");
    Files.createDirectories(dir.resolve("train/n00000001/images"));
    assertRefused("n00000001", "images: expected images of a class that wnids.txt names, found no");
    Files.delete(dir.resolve("wnids.txt"));
    assertRefused("wnids.txt: expected a file of the dataset tiny-imagenet, found none");
  }

  @Test
  void valAndItsListAreHeldToEachOther() throws IOException {
    tree.annotations("val_0.JPEG\t" + CAT, "val_1.JPEG\tn0164157");
    assertRefused("val_annotations.txt line 2: expected a class of wnids.txt, found \"n0164157\"");
    tree.annotations("val_0.JPEG\t" + CAT, "../../wnids.txt\t" + CAT);
    assertRefused("line 2: expected an image in", "found no \"../../wnids.txt\" there");
    tree.annotations("val_0.JPEG\t" + CAT);
    assertRefused("expected a line for each image in", "found none for val_1.JPEG");
  }

  @Test
  void anImageThatDoesNotFitIsNamed() throws IOException {
    tree.image("val/images/val_1.JPEG", 32, 0);
    assertRefused("val_1.JPEG: expected 64x64 pixels, found 32x32; replace the image, or give");
    Path image = dir.resolve("val/images/val_1.JPEG");
    tree.image("val/images/val_1.JPEG", 64, 0);
    byte[] whole = Files.readAllBytes(image);
    Files.write(image, Arrays.copyOf(whole, whole.length - 20));
    assertRefused("val_1.JPEG: expected a whole JPEG image, found");
    Files.writeString(image, "text");
    assertRefused("val_1.JPEG: expected a PNG, JPEG or WebP image, found a text; leave it out");
  }

  @Test
  void moreThanTheHeapHoldsIsRefusedWithWhatToSet() {
    SquareImages images = new SquareImages(64);
    images.checkHeap(dir, 110_000, 2L << 30);
    assertThatThrownBy(() -> images.checkHeap(dir, 110_000, 1L << 30))
        .isInstanceOf(InputException.class)
        .hasMessage(
            dir
                + ": expected a Java heap of 1,614 MB to hold 110,000 images, found 1,024 MB;"
                + " raise it by JAVA_TOOL_OPTIONS=-Xmx2g");
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> open(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }

  private static Dataset open(Path dir) throws IOException {
    return Datasets.open(DatasetRequest.of("tiny-imagenet", dir));
  }
}
