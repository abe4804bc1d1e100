package io.github.sid4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.PhotoPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreyPhotosTest {
  @Test
  void aNetworkThatReadsColoursGetsThreeEqualChannels() {
    List<byte[]> pixels = new ArrayList<>();
    int[] labels = new int[16];
    for (int i = 0; i < labels.length; i++) {
      pixels.add(new byte[] {0, 51, (byte) 255, (byte) i});
      labels[i] = i % 2;
    }
    Dataset grey =
        Datasets.ofImages("grey", List.of("a", "b"), ByteImages.of(pixels, labels, 1, 2, 2), 0.25);
    List<Double> half = List.of(0.5, 0.5, 0.5);
    PhotoPreparation preparation = new PhotoPreparation(half, half, 2, 1, "bicubic", "crop");
    Examples train = grey.standardised(preparation).split(0.25, 1).train();
    assertThat(train.shape()).containsExactly(3, 2, 2);
    float[] values = train.values(0);
    assertThat(values[0]).isEqualTo(-1);
    assertThat(values[2]).isEqualTo(1);
    assertThat(Arrays.copyOfRange(values, 4, 8)).containsExactly(Arrays.copyOf(values, 4));
    assertThat(Arrays.copyOfRange(values, 8, 12)).containsExactly(Arrays.copyOf(values, 4));
    // Prepared again as a model knows it.
    Dataset again = grey.prepared(train.encoding().orElseThrow());
    assertThat(again.split(0.25, 1).train().values(0)).containsExactly(values);
  }
}
