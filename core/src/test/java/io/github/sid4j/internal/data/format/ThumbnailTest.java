package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.ByteImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
  private static Examples images(int channels, int height, int width) {
    byte[] grey = new byte[channels * height * width];
    Arrays.fill(grey, (byte) 100);
    ByteImages images =
        ByteImages.of(List.of(grey, grey), new int[] {0, 1}, channels, height, width);
    return Datasets.ofImages("made", List.of("a", "b"), images, 0).split(0, 1).train();
  }

  private static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  @Test
  void aLargeImageBecomesASmallJpegOfItsColours() throws IOException {
    byte[] file = Base64.getDecoder().decode(Thumbnail.of(images(3, 300, 200), 1).orElseThrow());
    assertThat(file).startsWith(0xFF, 0xD8);
    BufferedImage image = read(file);
    assertThat(image.getWidth()).isEqualTo(85);
    assertThat(image.getHeight()).isEqualTo(128);
    assertThat(image.getRGB(40, 60) & 0xFF).isBetween(97, 103);
  }

  @Test
  void aSmallImageStaysWhatItIs() throws IOException {
    byte[] file = Base64.getDecoder().decode(Thumbnail.of(images(1, 8, 9), 0).orElseThrow());
    assertThat(file).startsWith(0x89, 'P', 'N', 'G');
    assertThat(read(file).getWidth()).isEqualTo(9);
    assertThat(Thumbnail.of(images(2, 8, 8), 0)).isEmpty();
  }
}
