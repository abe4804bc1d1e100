package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.github.sid4j.internal.data.image.Background;
import io.github.sid4j.internal.data.image.ImageFit;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.image.Interpolation;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule for all formats: values as they are stored, inks by a formula. */
class ImageColoursTest {
  private static final int SIDE = 8;

  /** Stored inks, then red, green and blue: 255 is no ink. */
  @ParameterizedTest
  @CsvSource({
    "255, 255, 255, 255, 255, 255, 255",
    "255, 255, 255,   0,   0,   0,   0",
    "  0, 255, 255, 255,   0, 255, 255",
    "255, 128,  64, 255, 255, 128,  64",
    "200, 100,  50, 128, 100,  50,  25",
    " 40,  40,  40, 255,  40,  40,  40"
  })
  void inksBecomeTheLightThatTheyLetThrough(int c, int m, int y, int k, int r, int g, int b)
      throws IOException {
    byte[] plain = Encoded.samples(SIDE, c, m, y, k);
    assertPixels(plain, 2, r, g, b);
    assertPixels(Encoded.withAdobe(plain, 0), 2, r, g, b);
  }

  @Test
  void inksAsBrightnessAndColourDifferencesAreInksToo() throws IOException {
    // The inks 200, 100, 50 stand for red 55, green 155, blue 205.
    byte[] ycck = Encoded.samples(SIDE, 131, 170, 74, 128);
    assertPixels(Encoded.withAdobe(ycck, 2), 3, 100, 50, 25);
  }

  @Test
  void inksAreReadAsAnotherReaderReadsThem() throws IOException {
    for (int transform : new int[] {0, 2}) {
      byte[] jpeg = Encoded.withAdobe(Encoded.samples(SIDE, 90, 140, 170, 201), transform);
      ImageReader other = other();
      other.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
      Color colour = new Color(other.read(0).getRGB(0, 0));
      other.dispose();
      assertPixels(jpeg, 1, colour.getRed(), colour.getGreen(), colour.getBlue());
    }
  }

  @Test
  void aProfileInAJpegChangesNothing() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] head = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
      byte[] plain = Encoded.of(Encoded.picture(type), "jpg");
      byte[] profiled = Encoded.withSegment(plain, 0xE2, Encoded.joined(head, linear));
      assertSame(profiled, plain);
    }
    byte[] inks = Encoded.samples(SIDE, 90, 140, 170, 201);
    assertSame(Encoded.withSegment(inks, 0xE2, Encoded.joined(head, linear)), inks);
  }

  @Test
  void profileAndGammaInAPngChangeNothing() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] profile =
        Encoded.chunk("iCCP", Encoded.joined(new byte[] {'p', 0, 0}, Encoded.deflated(linear)));
    byte[] gamma = Encoded.chunk("gAMA", (byte) 0, (byte) 1, (byte) 0x86, (byte) 0xA0);
    for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
      byte[] plain = Encoded.of(Encoded.picture(type), "png");
      assertSame(Encoded.withChunk(plain, profile), plain);
      assertSame(Encoded.withChunk(plain, gamma), plain);
    }
  }

  @Test
  void greyIsNotBrightened() throws IOException {
    byte[] jpeg = Encoded.samples(SIDE, 100);
    assertThat(ImageFile.decode(jpeg, "f").values(1)).containsOnly(100);
  }

  @Test
  void ofSixteenBitsTheUpperEightCountInGreyAndColour() {
    byte[] grey = Encoded.deflated((byte) 0, (byte) 0x7F, (byte) 0xFF);
    assertThat(read(Encoded.png(1, 1, 16, 0, Encoded.chunk("IDAT", grey)))).containsExactly(0x7F);
    byte[] rgb = Encoded.deflated(new byte[] {0, 0x7F, (byte) 0xFF, 1, (byte) 0x80, 0x10, 0});
    assertThat(read(Encoded.png(1, 1, 16, 2, Encoded.chunk("IDAT", rgb))))
        .containsExactly(0x7F, 1, 0x10);
  }

  @Test
  void fewerThanEightBitsOfGreyReachFullBrightness() {
    byte[] grey = Encoded.deflated((byte) 0, (byte) 0x0F, (byte) 0x80);
    assertThat(read(Encoded.png(3, 1, 4, 0, Encoded.chunk("IDAT", grey))))
        .containsExactly(0, 255, 8 * 17);
  }

  @Test
  void transparencyInEveryFormIsLaidOnTheBackground() {
    byte[] greyAndAlpha = Encoded.deflated((byte) 0, (byte) 100, (byte) 51);
    byte[] veiled = Encoded.png(1, 1, 8, 4, Encoded.chunk("IDAT", greyAndAlpha));
    assertThat(read(veiled)).containsExactly(224);
    for (Background background : Background.values()) {
      ImageRules rules = new ImageRules(ImageFit.CROP, Interpolation.BICUBIC, 1, background);
      int seen = background == Background.NONE ? 100 : (100 + 4 * background.level()) / 5;
      assertThat(ImageFile.decode(veiled, "f", rules, 0).values(1)[0] & 0xFF)
          .isBetween(seen, seen + 1);
    }
    byte[] rgba = Encoded.deflated((byte) 0, (byte) 10, (byte) 20, (byte) 30, (byte) 0);
    assertThat(read(Encoded.png(1, 1, 8, 6, Encoded.chunk("IDAT", rgba))))
        .containsExactly(255, 255, 255);
    byte[] palette = {10, 20, 30, 40, 50, 60};
    byte[] places = Encoded.deflated((byte) 0, (byte) 1);
    assertThat(
            read(
                Encoded.png(
                    1,
                    1,
                    8,
                    3,
                    Encoded.chunk("PLTE", palette),
                    Encoded.chunk("tRNS", (byte) 0, (byte) 51),
                    Encoded.chunk("IDAT", places))))
        .containsExactly(212, 214, 216);
    byte[] rgb = Encoded.deflated((byte) 0, (byte) 10, (byte) 20, (byte) 30);
    assertThat(
            read(
                Encoded.png(
                    1,
                    1,
                    8,
                    2,
                    Encoded.chunk(
                        "tRNS", (byte) 0, (byte) 10, (byte) 0, (byte) 20, (byte) 0, (byte) 30),
                    Encoded.chunk("IDAT", rgb))))
        .containsExactly(255, 255, 255);
  }

  @Test
  void threeComponentsWithoutAnyMarkerAreBrightnessAndColourDifferences() throws IOException {
    byte[] jpeg = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), "jpg");
    assertSame(Encoded.withoutMarkers(jpeg), jpeg);
  }

  @Test
  void adobesMarkerAndTheNamesOfComponentsSayThatTheyAreRedGreenAndBlue() throws IOException {
    byte[] bare = Encoded.withoutMarkers(Encoded.samples(SIDE, 10, 20, 30));
    assertPixels(Encoded.withAdobe(bare, 0), 1, 10, 20, 30);
    byte[] named = bare.clone();
    int frame = Encoded.place(named, 0xC0, 0);
    int scan = Encoded.place(named, 0xDA, 0);
    for (int c = 0; c < 3; c++) {
      named[frame + 10 + 3 * c] = (byte) "RGB".charAt(c);
      named[scan + 5 + 2 * c] = (byte) "RGB".charAt(c);
    }
    assertPixels(named, 1, 10, 20, 30);
  }

  private static ImageReader other() throws IOException {
    return IIORegistry.getDefaultInstance()
        .getServiceProviderByClass(JPEGImageReaderSpi.class)
        .createReaderInstance();
  }

  private static byte[] read(byte[] file) {
    PixelImage image = ImageFile.decode(file, "f");
    return image.values(image.colour() ? 3 : 1);
  }

  private static void assertSame(byte[] file, byte[] plain) {
    assertThat(read(file)).isEqualTo(read(plain));
  }

  /** JPEG keeps levels to within a rounding or two. */
  private static void assertPixels(byte[] file, int within, int... rgb) {
    byte[] values = read(file);
    int plane = values.length / 3;
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i] & 0xFF).isBetween(rgb[i / plane] - within, rgb[i / plane] + within);
    }
  }
}
