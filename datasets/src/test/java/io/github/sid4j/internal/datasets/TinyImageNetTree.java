package io.github.sid4j.internal.datasets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Writes the layout of Tiny-ImageNet, with images of one colour. */
record TinyImageNetTree(Path dir) {
  static final String CAT = "n02124075";
  static final String BULLFROG = "n01641577";

  /** Two classes with two training images each and two images of val. */
  static TinyImageNetTree small(Path dir) throws IOException {
    TinyImageNetTree tree = new TinyImageNetTree(dir);
    tree.text("wnids.txt", CAT, BULLFROG);
    tree.text(
        "words.txt",
        BULLFROG + "\tbullfrog, Rana catesbeiana",
        "n00001740\tentity",
        CAT + "\tEgyptian cat");
    for (String wnid : new String[] {CAT, BULLFROG}) {
      tree.image("train/" + wnid + "/images/" + wnid + "_0.JPEG", 64, 0x203040);
      tree.image("train/" + wnid + "/images/" + wnid + "_1.JPEG", 64, 0xA08060);
      tree.text("train/" + wnid + "/" + wnid + "_boxes.txt", wnid + "_0.JPEG\t0\t10\t63\t58");
    }
    tree.image("val/images/val_0.JPEG", 64, 0x808080);
    tree.image("val/images/val_1.JPEG", 64, 0x808080);
    tree.annotations("val_1.JPEG\t" + BULLFROG + "\t0\t0\t61\t61", "val_0.JPEG\t" + CAT);
    return tree;
  }

  void annotations(String... lines) throws IOException {
    text("val/val_annotations.txt", lines);
  }

  void text(String file, String... lines) throws IOException {
    Files.write(made(file), Arrays.asList(lines));
  }

  void image(String file, int side, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, side, side, pixels, 0, side);
    ImageIO.write(image, "jpg", made(file).toFile());
  }

  void greyImage(String file, int side, int level) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = new int[side * side];
    Arrays.fill(samples, level);
    image.getRaster().setSamples(0, 0, side, side, 0, samples);
    ImageIO.write(image, "jpg", made(file).toFile());
  }

  private Path made(String file) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    return path;
  }
}
