package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.PartRules;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.internal.data.TestData;
import io.github.sid4j.internal.data.image.ImageRules;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLoaderTest {
  @TempDir private Path dir;

  /** No two images are alike. */
  private int written;

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
        "1.png: expected 2x2 pixels as in", "found 3x3; have them resized by image-size=32");
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
    assertRefused(
        "b: expected at least one image that can be read",
        "x.jpg: expected a PNG, JPEG or WebP image, found a text");
  }

  @Test
  void oneBadFileDoesNotEndAllAndIsNamed() throws IOException {
    for (int i = 0; i < 5; i++) {
      writeGrey("a/" + i + ".png", 2);
      writeGrey("b/" + i + ".png", 2);
    }
    byte[] whole = Files.readAllBytes(dir.resolve("a/1.png"));
    Files.write(dir.resolve("a/0.png"), Arrays.copyOf(whole, 40));
    Files.write(dir.resolve("b/0.jpg"), "\0\0\0\30ftypheic".getBytes(StandardCharsets.US_ASCII));
    Files.write(dir.resolve("b/6.heic"), "\0\0\0\30ftypheic".getBytes(StandardCharsets.US_ASCII));
    Dataset dataset = open(dir);
    assertThat(dataset.split(0, 1).train().size() + dataset.split(0, 1).test().size()).isEqualTo(9);
    assertThat(dataset.notes().toString())
        .contains(
            "2 of 11 images cannot be read and are left out",
            "found one that is cut off after 40 bytes",
            "found a HEIC image; export it as JPEG or PNG",
            "skipped 1 picture (b/6.heic), each a HEIC image: export it as JPEG or PNG");
  }

  @Test
  void layoutsThatLeaveDoubtAreRefused() throws IOException {
    assertRefused("expected at least two folders, one for each class, found 0 []");
    writeGrey("a/1.png", 2);
    Files.createDirectory(dir.resolve("b"));
    assertRefused("b: expected at least one PNG, JPEG or WebP image, found none");
    Files.writeString(dir.resolve("b/scan.gif"), "not read");
    assertRefused("b: expected at least one PNG, JPEG or WebP image, found none, but 1 .gif file");
  }

  @Test
  void partsThatDoNotFitTheTrainingPartAreRefused() throws IOException {
    writeGrey("train/a/1.png", 2);
    writeGrey("train/b/1.png", 2);
    assertRefused("test: expected a folder of test images beside");
    Files.createDirectory(dir.resolve("test"));
    assertRefused("test: expected images in folders named after their classes, found none");
    writeGrey("test/c/1.png", 2);
    assertRefused("expected a class of the training part, found c, which");
    Files.move(dir.resolve("test/c"), dir.resolve("test/B"));
    assertRefused("found B, which", "rename it if it is \"b\"");
  }

  @Test
  void aClassThatOnlyTheValidationPartHasIsRefusedAndAnEmptyFolderThereIsNoClass()
      throws IOException {
    writeGrey("train/a/1.png", 2);
    writeGrey("train/b/1.png", 2);
    writeGrey("test/b/1.png", 2);
    writeGrey("val/a/1.png", 2);
    Files.createDirectory(dir.resolve("val/c"));
    assertThat(open(dir).classNames()).containsExactly("a", "b");
    writeGrey("val/c/1.png", 2);
    assertRefused("val/c: expected a class of the training part, found c, which");
  }

  @Test
  void aValidationFolderIsTheValidationPartWhateverTheShare() throws IOException {
    writeGrey("Training/a/1.png", 2);
    writeGrey("Training/b/1.png", 2);
    writeGrey("VAL/b/1.png", 2);
    writeGrey("Testing/a/1.png", 2);
    writeGrey("Testing/b/1.png", 2);
    Dataset dataset = open(dir);
    Splits splits = dataset.split(0.5, 1);
    assertThat(TestData.labels(splits.train())).containsExactly(0, 1);
    assertThat(TestData.labels(splits.validation())).containsExactly(1);
    assertThat(TestData.labels(splits.test())).containsExactly(0, 1);
    assertThat(dataset.facts())
        .contains(
            new DataFact(
                "parts",
                "training from %s, validation from %s, test from %s"
                    .formatted(
                        dir.resolve("Training"), dir.resolve("VAL"), dir.resolve("Testing"))));
    assertThat(dataset.withClasses(List.of("a")).split(0.5, 1).validation().size()).isZero();
  }

  @Test
  void withAValidationFolderAndNoTestFolderTheTestPartIsTakenOffTheTrainingPart()
      throws IOException {
    for (int i = 0; i < 5; i++) {
      writeGrey("train/a/" + i + ".png", 1);
      writeGrey("train/b/" + i + ".png", 1);
    }
    writeGrey("valid/a/1.png", 1);
    Dataset dataset = open(dir);
    Splits splits = dataset.split(0.1, 1);
    assertThat(TestData.labels(splits.test())).containsExactly(0, 1);
    assertThat(splits.train().size()).isEqualTo(8);
    assertThat(splits.validation().size()).isEqualTo(1);
    assertThat(dataset.facts().get(0).text())
        .endsWith("test taken from the training part: test-fraction 0.2 of each class");
  }

  @Test
  void theHashDistinguishesAValidationPartFromMoreTestImages() throws IOException {
    for (String part : List.of("train", "test", "val")) {
      writeGrey(part + "/a/1.png", 1);
      writeGrey(part + "/b/1.png", 1);
    }
    String parted = open(dir).sha256();
    Files.move(dir.resolve("val/a/1.png"), dir.resolve("test/a/2.png"));
    Files.move(dir.resolve("val/b/1.png"), dir.resolve("test/b/2.png"));
    Files.delete(dir.resolve("val/a"));
    Files.delete(dir.resolve("val/b"));
    Files.delete(dir.resolve("val"));
    assertThat(open(dir).sha256()).isNotEqualTo(parted);
  }

  @Test
  void whatIsSkippedIsCountedAndWhatMayHaveBeenMeantIsWarnedOf() throws IOException {
    writeGrey("a/1.png", 1);
    writeGrey("a/deep/.ipynb_checkpoints/1-checkpoint.png", 1);
    writeGrey("a/deep/2.png", 1);
    writeGrey("b/1.png", 1);
    writeGrey("b/2.png", 1);
    writeGrey("__MACOSX/b/1.png", 1);
    writeGrey(".trash/b/1.png", 1);
    writeGrey("b/._1.png", 1);
    writeGrey("loose.png", 1);
    Files.writeString(dir.resolve("a/Thumbs.db"), "");
    Files.writeString(dir.resolve("a/notes.TXT"), "");
    Files.writeString(dir.resolve("readme.txt"), "");
    Files.createSymbolicLink(dir.resolve("all"), dir);
    Files.createSymbolicLink(dir.resolve("b/up"), Path.of(".."));
    Dataset dataset = open(dir);
    assertThat(dataset.classNames()).containsExactly("a", "b");
    assertThat(dataset.split(0, 1).train().size() + dataset.split(0, 1).test().size()).isEqualTo(4);
    assertThat(dataset.facts().get(1))
        .isEqualTo(
            new DataFact(
                "skipped",
                "2 .txt files, 5 hidden or system entries (.trash, __MACOSX, a/Thumbs.db, ...),"
                    + " 1 image outside the class folders (loose.png),"
                    + " 2 links to folders above them (all, b/up)"));
    assertThat(dataset.notes())
        .containsExactly(
            dir
                + ": skipped 1 image outside the class folders (loose.png),"
                + " 2 links to folders above them (all, b/up)");
  }

  @Test
  void imagesThatALinkBringsIntoASecondClassAreWarnedOf() throws IOException {
    writeGrey("a/1.png", 1);
    writeGrey("a/2.png", 1);
    writeGrey("b/1.png", 1);
    Files.createSymbolicLink(dir.resolve("b/more"), dir.resolve("a"));
    assertThat(open(dir).notes())
        .containsExactly(
            dir
                + ": by links, 2 images are there more than once, perhaps in several classes or"
                + " parts",
            dir
                + ": 4 images stand in two classes with equal pixels: a/1.png and b/more/1.png,"
                + " a/2.png and b/more/2.png",
            dir
                + ": 2 images stand in the test part and in another one with equal pixels:"
                + " a/1.png and b/more/1.png");
  }

  @Test
  void classesOfOneImageEachAreNamed() throws IOException {
    writeGrey("a/1.png", 1);
    writeGrey("b/1.png", 1);
    assertRefused(
        "test-fraction: expected a class with at least two examples, one to keep and one to take,"
            + " found 2 classes of one example each (a, b); give more examples of each class");
  }

  @Test
  void aBurstStaysInOnePart() throws IOException {
    int level = 0;
    for (String name : List.of("cat", "dog")) {
      for (int burst = 0; burst < 5; burst++) {
        for (int i = 0; i < 4; i++) {
          writeLevel(name + "/IMG" + burst + "_" + i + ".png", level++);
        }
      }
    }
    PartRules rules = new PartRules(0.2, 0, 0, Optional.of("/IMG([0-9]+)_"));
    Dataset dataset = Datasets.open(request(rules));
    Set<Integer> seen = new HashSet<>();
    Splits splits = dataset.split(0.25, 3);
    for (Examples part : List.of(splits.train(), splits.validation(), splits.test())) {
      Set<Integer> bursts = new HashSet<>();
      for (int i = 0; i < part.size(); i++) {
        ImageEncoding encoding = (ImageEncoding) part.encoding().orElseThrow();
        double value = part.values(i)[0] * encoding.deviation().get(0) + encoding.mean().get(0);
        bursts.add((int) Math.round(value * 255) / 4 % 5);
      }
      assertThat(bursts).isNotEmpty().noneMatch(seen::contains);
      seen.addAll(bursts);
    }
    assertThat(seen).hasSize(5);
    assertThat(splits.test().size()).isEqualTo(8);
    assertThat(dataset.split(0.05, 3).validation().size()).isEqualTo(8);
    assertThat(dataset.facts())
        .contains(new DataFact("groups", "5 of 40 images that stay together"));
    assertThatThrownBy(
            () -> Datasets.open(request(new PartRules(0.2, 0, 0, Optional.of("day(.)")))))
        .hasMessage(
            "group-pattern: expected a pattern that is found in paths such as cat/IMG0_0.png, found"
                + " day(.), which is in none; correct it");
  }

  @Test
  void foldsTestEveryImageOnceAndKeepTheClassesEven() throws IOException {
    for (int i = 0; i < 12; i++) {
      writeLevel("a/" + i + ".png", i);
      writeLevel("b/" + i + ".png", 100 + i);
    }
    Set<Long> tested = new HashSet<>();
    for (int fold = 0; fold < 3; fold++) {
      Dataset dataset = Datasets.open(request(new PartRules(0.2, 3, fold, Optional.empty())));
      Examples test = dataset.split(0, 1).test();
      assertThat(TestData.labels(test)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
      ImageEncoding encoding = (ImageEncoding) test.encoding().orElseThrow();
      for (int i = 0; i < test.size(); i++) {
        double value = test.values(i)[0] * encoding.deviation().get(0) + encoding.mean().get(0);
        tested.add(Math.round(value * 255));
      }
    }
    assertThat(tested).hasSize(24);
    Files.createDirectories(dir.resolve("test"));
    assertThatThrownBy(
            () ->
                Datasets.open(
                    new DatasetRequest(
                        "digits",
                        null,
                        CsvOptions.of("y"),
                        new PartRules(0.2, 3, 0, Optional.empty()),
                        0,
                        ImageRules.DEFAULT,
                        ReadingRules.DEFAULT)))
        .hasMessageContaining("folds: expected your own data without a test part");
  }

  @Test
  void equalPhotosInTwoClassesOrPartsAreNamed() throws IOException {
    writeLevel("train/a/1.png", 1);
    writeLevel("train/a/2.png", 2);
    writeLevel("train/b/3.png", 1);
    writeLevel("train/b/4.png", 4);
    writeLevel("test/a/5.png", 2);
    writeLevel("test/b/6.png", 7);
    assertThat(open(dir).notes())
        .containsExactly(
            dir
                + ": 2 images stand in two classes with equal pixels: train/a/1.png and"
                + " train/b/3.png",
            dir
                + ": 2 images stand in the test part and in another one with equal pixels:"
                + " train/a/2.png and test/a/5.png");
  }

  private DatasetRequest request(PartRules rules) {
    return new DatasetRequest(
        "folder", dir, CsvOptions.of("label"), rules, 0, ImageRules.DEFAULT, ReadingRules.DEFAULT);
  }

  private void writeLevel(String file, int level) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, level);
    ImageIO.write(image, "png", path.toFile());
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
    BufferedImage image = new BufferedImage(side, side, type);
    image.getRaster().setSample(0, 0, 0, written++);
    ImageIO.write(image, "png", path.toFile());
  }
}
