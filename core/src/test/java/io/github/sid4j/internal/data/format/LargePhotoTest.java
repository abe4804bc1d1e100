package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.testkit.Allocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 48 megapixels, 145 MB when decoded, pass through a few. */
@Tag("slow")
class LargePhotoTest {
  private static final int WIDTH = 8064;
  private static final int HEIGHT = 6048;
  private static final long MEGABYTE = 1 << 20;

  @Test
  void aPhotoOfFortyEightMegapixelsNeedsLittleMemory() throws IOException {
    byte[] png = Encoded.png(WIDTH, HEIGHT, 8, 2, Encoded.chunk("IDAT", rows()));
    ImageFile.decode(Encoded.of(Encoded.picture(1), "png"), "f", ImageRules.DEFAULT, 8);
    byte[][] levels = new byte[1][];
    // 6 MB are the rows before they are resized downwards.
    Allocation.below(
        30 * MEGABYTE,
        () -> levels[0] = ImageFile.decode(png, "f", ImageRules.DEFAULT, 256).values(3));
    assertThat(levels[0]).hasSize(3 * 256 * 256);
    assertThat(levels[0][0]).isEqualTo((byte) 40);
    assertThat(levels[0][255 * 256]).isEqualTo((byte) 90);
  }

  @Test
  void aJpegOfFortyEightMegapixelsNeedsLittleMemory() throws IOException {
    byte[] jpeg = Encoded.tall(WIDTH, HEIGHT);
    Allocation.below(
        30 * MEGABYTE,
        () ->
            assertThat(ImageFile.decode(jpeg, "f", ImageRules.DEFAULT, 224).values(1))
                .containsOnly((byte) 128));
  }

  /** Red 40 in the upper half and 90 in the lower one. */
  private static byte[] rows() throws IOException {
    byte[] row = new byte[1 + 3 * WIDTH];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (int y = 0; y < HEIGHT; y++) {
        Arrays.fill(row, 1, row.length, (byte) (y < HEIGHT / 2 ? 40 : 90));
        out.write(row);
      }
    }
    return packed.toByteArray();
  }
}
