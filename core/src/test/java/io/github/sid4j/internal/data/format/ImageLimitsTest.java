package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.testkit.Allocation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before it is decoded, and what no decoder gets to see. */
class ImageLimitsTest {
  private static final byte[] ZEROS = new byte[1 << 20];

  @Test
  void aProgressiveImageOfManyScansIsRefused() throws IOException {
    byte[] jpeg = progressive();
    assertThat(ImageFile.decode(jpeg, "f").width()).isEqualTo(16);
    int last = Encoded.place(jpeg, 0xD9, 0);
    byte[] scan =
        Arrays.copyOfRange(jpeg, Encoded.place(jpeg, 0xDA, 1), Encoded.place(jpeg, 0xDA, 2));
    byte[] many = Arrays.copyOf(jpeg, last);
    for (int i = 0; i < 100; i++) {
      many = Encoded.joined(many, scan);
    }
    refused(
        Encoded.joined(many, new byte[] {(byte) 0xFF, (byte) 0xD9}),
        "f: expected a JPEG image of at most 100 scans, found more; save it again as JPEG or PNG");
  }

  @Test
  void aLargeImageMayHaveFewerScans() throws IOException {
    byte[] jpeg = progressive();
    int frame = Encoded.place(jpeg, 0xC2, 0);
    // 16,384 x 16,384 pixels by its header, which is as far as it is read.
    byte[] large = Bytes.with(Bytes.with(jpeg, frame + 5, 0x40), frame + 6, 0);
    byte[] claimed = Bytes.with(Bytes.with(large, frame + 7, 0x40), frame + 8, 0);
    assertThatThrownBy(() -> ImageFile.decode(claimed, "f", ImageRules.DEFAULT, 8))
        .hasMessageContaining("a JPEG image of at most 7 scans");
  }

  @Test
  void anImageWhoseLastScansAreMissingIsRefusedThoughItHasAnEnd() throws IOException {
    byte[] jpeg = progressive();
    for (int scan = 1; scan < 10; scan++) {
      byte[] cut = Arrays.copyOf(jpeg, Encoded.place(jpeg, 0xDA, scan));
      refused(
          Encoded.joined(cut, new byte[] {(byte) 0xFF, (byte) 0xD9}),
          "expected a whole JPEG image, found one whose last scans are missing");
    }
  }

  @Test
  void aScanThatIsCutOffIsRefusedThoughTheImageHasAnEnd() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    byte[] cut = Arrays.copyOf(jpeg, Encoded.place(jpeg, 0xDA, 0) + 60);
    refused(
        Encoded.joined(cut, new byte[] {(byte) 0xFF, (byte) 0xD9}),
        "expected a whole JPEG image, found damage in its data");
  }

  @Test
  void whatFollowsTheImageOrIsNoPictureIsPassedOver() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    byte[] values = ImageFile.decode(jpeg, "f").values(3);
    assertThat(ImageFile.decode(Encoded.joined(jpeg, jpeg), "f").values(3)).isEqualTo(values);
    byte[] thumbnail =
        Encoded.withSegment(
            jpeg, 0xE1, Encoded.joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), jpeg));
    assertThat(ImageFile.decode(thumbnail, "f").values(3)).isEqualTo(values);
    byte[] png = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "png");
    byte[] animated =
        Encoded.withChunk(
            png,
            Encoded.joined(
                Encoded.chunk("acTL", new byte[8]), Encoded.chunk("fdAT", new byte[40])));
    assertThat(ImageFile.decode(Encoded.joined(animated, ZEROS), "f").values(3))
        .isEqualTo(ImageFile.decode(png, "f").values(3));
  }

  @Test
  void otherWaysOfCodingAreNamed() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    int frame = Encoded.place(jpeg, 0xC0, 0);
    refused(Bytes.with(jpeg, frame + 1, 0xC3), "found another way of coding (SOF3)");
    refused(Bytes.with(jpeg, frame + 1, 0xC9), "found another way of coding (SOF9)");
    refused(Bytes.with(jpeg, frame + 4, 12), "expected a JPEG image of 8 bits a sample, found 12");
    refused(Bytes.with(jpeg, frame + 9, 2), "of 1, 3 or 4 components, found 2");
    refused(Bytes.with(Bytes.with(jpeg, frame + 5, 0), frame + 6, 0), "found 16x0; resize it");
    refused(
        Bytes.with(Bytes.with(jpeg, frame + 7, 0x20), frame + 5, 0x20), "found 8208x8208; resize");
  }

  @Test
  void aSecondFrameIsRefused() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    int frame = Encoded.place(jpeg, 0xC0, 0);
    byte[] header = Arrays.copyOfRange(jpeg, frame, frame + 19);
    byte[] twice =
        Encoded.joined(
            Arrays.copyOf(jpeg, frame), header, Arrays.copyOfRange(jpeg, frame, jpeg.length));
    refused(twice, "found two images in one");
  }

  @Test
  void aChunkOfAPngThatIsDamagedOrUnknownIsRefused() throws IOException {
    byte[] png = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "png");
    refused(Bytes.with(png, 60, png[60] + 1), "a chunk IDAT whose check sum is wrong");
    refused(Encoded.withChunk(png, Encoded.chunk("NEWS")), "an unknown chunk NEWS");
    refused(Arrays.copyOf(png, png.length - 12), "cut off after");
    refused(Encoded.png(1, 1, 8, 0), "found none of its pixels");
    refused(
        Encoded.png(1, 1, 8, 0, Encoded.chunk("IDAT", Encoded.deflated())), "damage in its data");
    refused(
        Encoded.png(5000, 4000, 8, 0),
        "f: expected an image of 1 to 16,777,216 pixels, found 5000x4000; resize it, or have all"
            + " images scaled by image-size=N");
    assertThatThrownBy(
            () -> ImageFile.decode(Encoded.png(17_000, 16_000, 8, 0), "f", ImageRules.DEFAULT, 8))
        .hasMessageContaining("1 to 268,435,456 pixels, found 17000x16000");
  }

  @Test
  void whatWouldUnpackToAnySizeIsNotUnpacked() {
    byte[] packed = Encoded.deflated(ZEROS);
    byte[] text = Encoded.chunk("zTXt", Encoded.joined(new byte[] {'a', 0, 0}, packed));
    byte[] palette = Encoded.chunk("PLTE", new byte[] {1, 2, 3});
    byte[] pixels = Encoded.deflated(Encoded.joined(new byte[] {0, 0}, ZEROS));
    byte[] bomb = Encoded.png(1, 1, 8, 3, text, text, text, palette, Encoded.chunk("IDAT", pixels));
    Allocation.below(
        500_000, () -> assertThat(ImageFile.decode(bomb, "f").values(3)).containsExactly(1, 2, 3));
  }

  @Test
  void aFileWithoutEndIsReadToTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return length;
          }
        };
    assertThatThrownBy(() -> ImageFile.read(endless, "-", ImageRules.DEFAULT, 0))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("-: expected an image file of at most 130 MB, found more");
  }

  @Test
  void onlyRegularFilesAreOpened(@TempDir Path temp) {
    assertThatThrownBy(() -> ImageFile.read(temp))
        .hasMessage(temp + ": expected a PNG, JPEG or WebP image, found a folder; name a file");
    Path device = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> ImageFile.read(device))
        .hasMessageContaining("found a pipe or a device");
  }

  @Test
  void otherReadersAreNeverAsked() throws IOException {
    ImageReaderSpi eager = new Eager();
    IIORegistry registry = IIORegistry.getDefaultInstance();
    byte[] png = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "png");
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    registry.registerServiceProvider(eager);
    try {
      for (Iterator<ImageReaderSpi> i = registry.getServiceProviders(ImageReaderSpi.class, true);
          i.hasNext(); ) {
        ImageReaderSpi other = i.next();
        if (other != eager) {
          registry.setOrdering(ImageReaderSpi.class, eager, other);
        }
      }
      assertThat(ImageFile.decode(png, "f").width()).isEqualTo(16);
      assertThat(ImageFile.decode(jpeg, "f").width()).isEqualTo(16);
      refused(new byte[] {0, 0, 32, 32, 1, 2, 3}, "found something else");
    } finally {
      registry.deregisterServiceProvider(eager);
    }
  }

  /** Another library's reader that takes everything for its own. */
  private static final class Eager extends ImageReaderSpi {
    @Override
    public boolean canDecodeInput(Object source) {
      throw new AssertionError("asked for " + source);
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
      throw new AssertionError("asked for a reader");
    }

    @Override
    public String getDescription(Locale locale) {
      return "all";
    }
  }

  private static byte[] progressive() throws IOException {
    return Encoded.progressive(Encoded.picture(BufferedImage.TYPE_INT_RGB));
  }

  private static void refused(byte[] content, String part) {
    assertThatThrownBy(() -> ImageFile.decode(content, "f"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f: expected ")
        .hasMessageContaining(part);
  }
}
