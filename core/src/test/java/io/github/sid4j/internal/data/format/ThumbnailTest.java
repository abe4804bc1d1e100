package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
  private static byte[] image(int channels, int height, int width) {
    byte[] grey = new byte[channels * height * width];
    Arrays.fill(grey, (byte) 100);
    return PngFile.of(grey, 255, channels, height, width);
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  @Test
  void aLargeImageBecomesASmallJpegOfItsColours() throws IOException {
    byte[] file = Base64.getDecoder().decode(Thumbnail.of(image(3, 300, 200)));
    assertThat(file).startsWith(0xFF, 0xD8);
    BufferedImage image = read(file);
    assertThat(image.getWidth()).isEqualTo(85);
    assertThat(image.getHeight()).isEqualTo(128);
    assertThat(image.getRGB(40, 60) & 0xFF).isBetween(97, 103);
  }

  @Test
  void aSmallImageStaysWhatItIs() throws IOException {
    byte[] file = Base64.getDecoder().decode(Thumbnail.of(image(1, 8, 9)));
    assertThat(file).startsWith(0x89, 'P', 'N', 'G');
    assertThat(read(file).getWidth()).isEqualTo(9);
  }
}
