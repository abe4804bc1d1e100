package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageFileTest {
  @Test
  void coloursComeChannelAfterChannel() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0xFF0080);
    PixelImage read = ImageFile.decode(png(image), "f");
    assertThat(read.colour()).isTrue();
    assertThat(read.values(3)).containsExactly(1, 255, 2, 0, 3, 128);
  }

  @Test
  void greyKeepsItsStoredValues() throws IOException {
    BufferedImage image = new BufferedImage(1, 3, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSamples(0, 0, 1, 3, 0, new int[] {0, 100, 255});
    PixelImage read = ImageFile.decode(png(image), "f");
    assertThat(read.colour()).isFalse();
    assertThat(read.height()).isEqualTo(3);
    assertThat(read.values(1)).containsExactly(0, 100, 255);
    assertThat(read.values(3)).containsExactly(0, 100, 255, 0, 100, 255, 0, 100, 255);
  }

  @Test
  void sixteenBitsAndBlackAndWhiteAreGreyToo() throws IOException {
    BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 0xABCD);
    assertThat(ImageFile.decode(png(deep), "f").values(1)).containsExactly(0xAB);
    BufferedImage flat = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    flat.setRGB(1, 0, 0xFFFFFF);
    assertThat(ImageFile.decode(png(flat), "f").values(1)).containsExactly(0, 255);
  }

  @Example
  void everyTruncationOfAnImageIsRefusedOrRead() throws IOException {
    byte[] whole = png(new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB));
    for (int length = 0; length < whole.length; length++) {
      refusedOrRead(Arrays.copyOf(whole, length));
    }
    assertThatThrownBy(() -> ImageFile.decode(Arrays.copyOf(whole, 40), "f"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "f: expected a whole PNG image, found one that is cut off after 40 bytes; replace or"
                + " remove it");
  }

  @Example
  void everyTruncationOfAJpegIsRefused() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, i * 70_001);
    }
    byte[] whole = encoded(image, "jpg");
    assertThat(ImageFile.decode(whole, "f").width()).isEqualTo(16);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ImageFile.decode(cut, "f")).isInstanceOf(InputException.class);
    }
  }

  @Property(tries = 300)
  void damageIsRefusedOrReadAndNeverCrashes(
      @ForAll byte value, @ForAll @IntRange(max = 60) int place) throws IOException {
    byte[] whole = png(new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB));
    refusedOrRead(Bytes.with(whole, place, value));
  }

  @Test
  void hugeImagesAreRefusedBeforeTheyAreDecoded() throws IOException {
    byte[] wide = png(new BufferedImage(70_000, 1, BufferedImage.TYPE_BYTE_GRAY));
    assertThat(ImageFile.decode(wide, "f").width()).isEqualTo(70_000);
    byte[] huge = Encoded.png(70_000, 70_000, 8, 0);
    assertThatThrownBy(() -> ImageFile.decode(huge, "f", ImageRules.DEFAULT, 8))
        .hasMessageContaining("1 to 268,435,456 pixels, found 70000x70000");
  }

  private static void refusedOrRead(byte[] content) {
    try {
      assertThat(ImageFile.decode(content, "f").values(3)).isNotEmpty();
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("f: expected");
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return encoded(image, "png");
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
