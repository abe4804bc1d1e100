package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SquareResizerTest {
  @Property(tries = 100)
  void aPlainImageStaysPlain(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int side,
      @ForAll byte value) {
    byte[] values = new byte[3 * height * width];
    Arrays.fill(values, value);
    PixelImage small = new SquareResizer(side).resize(new PixelImage(height, width, true, values));
    byte[] expected = new byte[3 * side * side];
    Arrays.fill(expected, value);
    assertThat(small.values(3)).isEqualTo(expected);
  }

  @Test
  void theMiddleSquareIsTaken() {
    byte[] values = {9, 10, 20, 9, 9, 30, 40, 9};
    PixelImage middle = new SquareResizer(2).resize(new PixelImage(2, 4, false, values));
    assertThat(middle.values(1)).containsExactly(10, 20, 30, 40);
  }

  @Test
  void halvingAveragesNeighbours() {
    // Each new pixel's triangle spans four old ones with the shares 1, 3, 3, 1; at the edge the
    // one outside falls away.
    byte[] row = {0, 70, 70, 0};
    byte[] values = new byte[16];
    for (int y = 0; y < 4; y++) {
      System.arraycopy(row, 0, values, 4 * y, 4);
    }
    PixelImage half = new SquareResizer(2).resize(new PixelImage(4, 4, false, values));
    assertThat(half.values(1)).containsExactly(40, 40, 40, 40);
  }
}
