package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void greyLevelsAreScaledToFullBrightness() throws IOException {
    byte[] pixels = {0, 4, 8, 16, 12, 1};
    BufferedImage image = read(PngFile.of(pixels, 16, 1, 2, 3));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getRaster().getSamples(0, 0, 3, 2, 0, new int[6]))
        .containsExactly(0, 64, 128, 255, 191, 16);
  }

  @Test
  void coloursComeChannelByChannel() throws IOException {
    byte[] pixels = {(byte) 255, 1, 2, (byte) 200, 5, 6};
    BufferedImage image = read(PngFile.of(pixels, 255, 3, 1, 2));
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0205);
    assertThat(image.getRGB(1, 0)).isEqualTo(0xFF01C806);
  }
}
