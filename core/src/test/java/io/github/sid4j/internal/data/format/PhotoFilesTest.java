package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.Background;
import io.github.sid4j.internal.data.image.ImageFit;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.image.Interpolation;
import io.github.sid4j.internal.data.image.Orientation;
import io.github.sid4j.testkit.Allocation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos as cameras and phones write them. */
class PhotoFilesTest {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationTagTurnsAJpegAndAPngUpright(int tag) throws IOException {
    BufferedImage corner = new BufferedImage(32, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64; i++) {
      corner.getRaster().setSample(i % 8, i / 8, 0, 200);
    }
    byte[] jpeg =
        Encoded.withSegment(Encoded.of(corner, "jpg"), 0xE1, Encoded.joined(EXIF, tiff(tag)));
    byte[] png = Encoded.withChunk(Encoded.of(corner, "png"), Encoded.chunk("eXIf", tiff(tag)));
    boolean right = tag == 2 || tag == 3 || tag == 6 || tag == 7;
    boolean bottom = tag == 3 || tag == 4 || tag == 7 || tag == 8;
    for (byte[] file : new byte[][] {jpeg, png}) {
      PixelImage upright = ImageFile.decode(file, "f");
      assertThat(upright.width()).isEqualTo(tag < 5 ? 32 : 16);
      int x = right ? upright.width() - 5 : 4;
      int y = bottom ? upright.height() - 5 : 4;
      assertThat(upright.values(1)[y * upright.width() + x] & 0xFF).isBetween(195, 205);
      assertThat(upright.values(1)[(upright.height() / 2) * upright.width() + upright.width() / 2])
          .isBetween((byte) 0, (byte) 9);
    }
  }

  @Test
  void damagedExifAndTagsOutOfRangeDoNotRefuseAPhoto() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    byte[] values = ImageFile.decode(jpeg, "f").values(3);
    for (byte[] exif : new byte[][] {{}, {'I', 'I'}, new byte[40], tiff(0), tiff(9), cut()}) {
      byte[] file = Encoded.withSegment(jpeg, 0xE1, Encoded.joined(EXIF, exif));
      assertThat(ImageFile.decode(file, "f").values(3)).isEqualTo(values);
    }
  }

  @Test
  void anImageReadAsASquareIsTheWholeOneResized() throws IOException {
    ImageRules rules = new ImageRules(ImageFit.PAD, Interpolation.BICUBIC, 1, Background.GREY);
    for (int tag = 1; tag <= 8; tag++) {
      byte[] png =
          Encoded.withChunk(
              Encoded.of(wide(BufferedImage.TYPE_INT_RGB), "png"),
              Encoded.chunk("eXIf", tiff(tag)));
      assertThat(ImageFile.decode(png, "f", rules, 10).values(3))
          .isEqualTo(ImageFile.decode(png, "f").resized(rules, 10).values(3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void everyKindOfPngPassesRowByRow(int type) throws IOException {
    BufferedImage image = wide(type);
    byte[] png = Encoded.of(image, "png");
    PixelImage read = ImageFile.decode(png, "f");
    assertThat(ImageFile.decode(png, "f", ImageRules.DEFAULT, 7).values(3))
        .isEqualTo(read.resized(ImageRules.DEFAULT, 7).values(3));
    byte[] values = read.values(read.colour() ? 3 : 1);
    int shift = type == BufferedImage.TYPE_USHORT_GRAY ? 8 : 0;
    for (int i = 0; i < 40 * 9; i++) {
      int stored = image.getRaster().getSample(i % 40, i / 40, 0) >> shift;
      int expected = read.colour() ? image.getRGB(i % 40, i / 40) >> 16 : stored;
      boolean bits = type == BufferedImage.TYPE_BYTE_BINARY;
      assertThat(values[i]).isEqualTo((byte) (bits ? stored * 255 : expected));
    }
  }

  @Test
  void progressiveAndGreyJpegsAndInterlacedPngsAreReadAsTheOthers() throws IOException {
    BufferedImage image = Encoded.picture(BufferedImage.TYPE_INT_RGB);
    for (int side : new int[] {0, 5}) {
      byte[] baseline =
          ImageFile.decode(Encoded.quality(image, false), "f", ImageRules.DEFAULT, side).values(3);
      byte[] progressive =
          ImageFile.decode(Encoded.quality(image, true), "f", ImageRules.DEFAULT, side).values(3);
      assertThat(progressive).isEqualTo(baseline);
    }
    byte[] png = Encoded.of(image, "png");
    assertThat(ImageFile.decode(Encoded.interlaced(image), "f").values(3))
        .isEqualTo(ImageFile.decode(png, "f").values(3));
  }

  @Test
  void webpIsReadWithTransparencyAndOrientation() throws IOException {
    for (String name : new String[] {"rgba.png", "lossless.webp", "alpha.webp"}) {
      assertThat(ImageFile.decode(file(name, "file"), name).values(3))
          .as(name)
          .isEqualTo(file(name, "levels"));
    }
    byte[] expected = file("lossy.webp", "levels");
    byte[] lossy = ImageFile.decode(file("lossy.webp", "file"), "f").values(3);
    double off = 0;
    for (int i = 0; i < lossy.length; i++) {
      off += Math.abs((lossy[i] & 0xFF) - (expected[i] & 0xFF));
    }
    assertThat(off / lossy.length).isLessThan(4);
  }

  @Test
  void damagedAndAnimatedWebpsAreRefused() throws IOException {
    byte[] whole = file("lossless.webp", "file");
    for (int length = 12; length < whole.length - 1; length += 3) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ImageFile.decode(cut, "f")).isInstanceOf(InputException.class);
    }
    byte[] wide = whole.clone();
    wide[26] = 6; // The canvas has 393,237 columns now, the picture still 21.
    assertThatThrownBy(() -> ImageFile.decode(wide, "f"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a picture of 21x10 on one of 393237x10");
    byte[] endless = whole.clone(); // Asks for tables far beyond its end.
    Arrays.fill(endless, 154, 610, (byte) 0xFF);
    Allocation.below(
        1 << 26,
        () ->
            assertThatThrownBy(() -> ImageFile.decode(endless, "f"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damage in its data"));
    byte[] moving = file("alpha.webp", "file").clone();
    assertThat(new String(moving, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
    moving[20] |= 2;
    assertThatThrownBy(() -> ImageFile.decode(moving, "f"))
        .hasMessageContaining("found an animation");
  }

  @Test
  void aTagOfTheThumbnailDoesNotCount() {
    byte[] both =
        Encoded.joined(
            ifd(8, 34), ByteBuffer.allocate(18).putShort((short) 1).put(entry(6)).array());
    assertThat(ExifOrientation.of(both, 0, both.length)).isEqualTo(Orientation.UPRIGHT);
    byte[] first = tiff(6);
    assertThat(ExifOrientation.of(first, 0, first.length)).isEqualTo(Orientation.ofTag(6));
  }

  private static BufferedImage wide(int type) {
    BufferedImage image = new BufferedImage(40, 9, type);
    for (int i = 0; i < 40 * 9; i++) {
      image.setRGB(i % 40, i / 40, 0xFF000000 | (i * 70_001));
    }
    return image;
  }

  /** Exif data with an orientation. */
  private static byte[] tiff(int tag) {
    return ByteBuffer.allocate(26)
        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) 1)
        .put(entry(tag))
        .array();
  }

  /** Exif data whose first directory is empty and names a second one. */
  private static byte[] ifd(int first, int second) {
    return ByteBuffer.allocate(second)
        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
        .putInt(first)
        .putShort((short) 1)
        .putShort((short) 0x0100)
        .putShort((short) 3)
        .putInt(1)
        .putInt(0x0010_0000)
        .putInt(second)
        .array();
  }

  private static byte[] entry(int tag) {
    return ByteBuffer.allocate(12)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) tag)
        .array();
  }

  private static byte[] cut() {
    return Arrays.copyOf(tiff(6), 15);
  }

  /** What Pillow wrote: the file, or the levels that it reads. */
  static byte[] file(String name, String field) throws IOException {
    try (InputStream in = PhotoFilesTest.class.getResourceAsStream("/golden/pillow.json")) {
      JsonNode files = new ObjectMapper().readTree(in).get("files");
      return Base64.getDecoder().decode(files.get(name).get(field).asText());
    }
  }
}
