package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.Mutations;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Damaged images; CONTRIBUTING.md has the command that tries for an hour. */
class ImagesFuzzTest {
  private static Arbitrary<byte[]> damagedOneOf(List<byte[]> images) {
    return Arbitraries.of(images).flatMap(Mutations::of);
  }

  @Provide
  Arbitrary<byte[]> jpegs() throws IOException {
    BufferedImage colour = Encoded.picture(BufferedImage.TYPE_INT_RGB);
    return damagedOneOf(
        List.of(
            Encoded.of(colour, "jpg"),
            Encoded.of(Encoded.picture(BufferedImage.TYPE_BYTE_GRAY), "jpg"),
            Encoded.progressive(colour),
            Encoded.withAdobe(Encoded.samples(8, 1, 2, 3, 4), 2)));
  }

  @Property
  void jpegs(@ForAll("jpegs") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(bytes, "f"));
  }

  @Provide
  Arbitrary<byte[]> pngs() throws IOException {
    byte[] places = Encoded.chunk("IDAT", Encoded.deflated((byte) 0, (byte) 1, (byte) 2));
    byte[] palette = Encoded.chunk("PLTE", new byte[] {10, 20, 30, 40, 50, 60});
    return damagedOneOf(
        List.of(
            Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "png"),
            Encoded.of(Encoded.picture(BufferedImage.TYPE_BYTE_GRAY), "png"),
            Encoded.of(Encoded.picture(BufferedImage.TYPE_4BYTE_ABGR), "png"),
            Encoded.png(2, 1, 8, 3, palette, places)));
  }

  @Property
  void pngs(@ForAll("pngs") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(bytes, "f"));
  }

  @Provide
  Arbitrary<byte[]> webps() throws IOException {
    return damagedOneOf(
        List.of(
            PhotoFilesTest.file("lossless.webp", "file"),
            PhotoFilesTest.file("lossy.webp", "file"),
            PhotoFilesTest.file("alpha.webp", "file")));
  }

  @Property
  void webps(@ForAll("webps") byte[] bytes) {
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(bytes, "f"));
  }

  @Property
  void imagesThatAreResizedAsTheyAreRead(@ForAll("pngs") byte[] png, @ForAll("jpegs") byte[] jpeg) {
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(png, "f", ImageRules.DEFAULT, 3));
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(jpeg, "f", ImageRules.DEFAULT, 3));
  }

  /** Chunks whose check sums are right, so that the damage reaches the decoder. */
  @Property
  void pngsOfAnyHeaderAndData(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] data = new byte[random.nextInt(60)];
    random.nextBytes(data);
    byte[] packed = random.nextBoolean() ? Encoded.deflated(data) : data;
    byte[] palette = new byte[random.nextInt(30)];
    int depth = List.of(1, 2, 4, 8, 16, 3).get(random.nextInt(6));
    byte[] png =
        Encoded.png(
            1 + random.nextInt(5),
            1 + random.nextInt(5),
            depth,
            random.nextInt(8),
            Encoded.chunk("PLTE", palette),
            Encoded.chunk("IDAT", packed));
    png[28] = (byte) random.nextInt(3);
    byte[] sealed = Encoded.resealed(png);
    ForeignBytes.readOrRefused("f", () -> ImageFile.decode(sealed, "f"));
  }

  @Provide
  Arbitrary<byte[]> junk() {
    return Mutations.of(new byte[700]);
  }

  @Property
  void junk(@ForAll("junk") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, ImageFile::read);
  }
}
