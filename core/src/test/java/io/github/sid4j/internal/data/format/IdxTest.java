package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] IMAGES = Bytes.idxImages(3, 2, 4);
  private static final byte[] LABELS = Bytes.idxLabels(0, 9, 5);

  @Test
  void plainAndPackedFilesGiveTheSame(@TempDir Path dir) throws IOException {
    Path plain = Files.write(dir.resolve("plain"), IMAGES);
    Path packed = Files.write(dir.resolve("packed.gz"), Bytes.gzip(IMAGES));
    for (Path file : new Path[] {plain, packed}) {
      IdxImages images = Idx.images(file);
      assertThat(images.height()).isEqualTo(2);
      assertThat(images.width()).isEqualTo(4);
      assertThat(images.pixels()).hasSize(3);
      assertThat(images.pixels().get(1)).isEqualTo(Arrays.copyOfRange(IMAGES, 24, 32));
    }
    Path labels = Files.write(dir.resolve("labels.gz"), Bytes.gzip(LABELS));
    assertThat(Idx.labels(labels, 10)).containsExactly(0, 9, 5);
  }

  @Example
  void everyTruncationIsRefused() {
    for (int length = 0; length < IMAGES.length; length++) {
      byte[] cut = Arrays.copyOf(IMAGES, length);
      assertThatThrownBy(() -> images(cut)).isInstanceOf(InputException.class);
    }
    byte[] packed = Bytes.gzip(IMAGES);
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> Idx.images(StrictInput.unpacking(cut, "f")))
          .isInstanceOf(InputException.class)
          .hasMessageNotContaining("null");
    }
  }

  @Example
  void everyFlippedBitOfAHeaderIsRefused() {
    for (int bit = 0; bit < 16 * 8; bit++) {
      byte[] flipped = Bytes.with(IMAGES, bit / 8, IMAGES[bit / 8] ^ (1 << (bit % 8)));
      assertThatThrownBy(() -> images(flipped)).isInstanceOf(InputException.class);
    }
  }

  @Example
  void aFlippedBitOfPackedDataIsRefusedOrWithoutEffect() throws IOException {
    byte[] packed = Bytes.gzip(LABELS);
    for (int bit = 0; bit < packed.length * 8; bit++) {
      byte[] flipped = Bytes.with(packed, bit / 8, packed[bit / 8] ^ (1 << (bit % 8)));
      try {
        assertThat(Idx.labels(StrictInput.unpacking(flipped, "f"), 10)).containsExactly(0, 9, 5);
      } catch (InputException e) {
        assertThat(e).hasMessageStartingWith("f");
      }
    }
  }

  @Test
  void dataAfterTheEndIsRefused() {
    assertThatThrownBy(() -> images(Bytes.longer(IMAGES, 1)))
        .hasMessage(
            "f: expected the end at byte 40, found more data; fetch or copy the file again");
    byte[] packed = Bytes.longer(Bytes.gzip(IMAGES), 5);
    assertThatThrownBy(() -> Idx.images(StrictInput.unpacking(packed, "f")))
        .isInstanceOf(InputException.class);
  }

  @Test
  void aClaimOfManyImagesTakesNoMemory() {
    byte[] huge =
        ByteBuffer.allocate(16)
            .putInt(0x0803)
            .putInt(Integer.MAX_VALUE)
            .putInt(4096)
            .putInt(4096)
            .array();
    assertThatThrownBy(() -> images(huge))
        .hasMessageContaining("expected 16777216 bytes of image 0 at byte 16, found 0");
    assertThatThrownBy(() -> images(Bytes.with(IMAGES, 8, 0x7F)))
        .hasMessageContaining("expected 1 to 4096 rows, found 2130706434");
  }

  @Test
  void aLabelOutOfRangeIsRefused() {
    assertThatThrownBy(() -> labels(LABELS, 9))
        .hasMessageContaining("f label 1: expected a label of 0 to 8, found 9");
  }

  @Test
  void imagesAreNotTakenForLabels() {
    assertThatThrownBy(() -> labels(IMAGES, 10))
        .hasMessageContaining("0x00000801 of IDX labels, found 0x00000803");
  }

  @Property(tries = 500)
  void randomBytesAreRefusedAndNeverCrash(@ForAll @Size(max = 60) byte[] bytes) {
    assertThatThrownBy(() -> images(bytes)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> labels(bytes, 10)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> Idx.images(StrictInput.unpacking(bytes, "f")))
        .isInstanceOf(InputException.class);
  }

  private static IdxImages images(byte[] content) throws IOException {
    return Idx.images(StrictInput.of(content, "f"));
  }

  private static int[] labels(byte[] content, int classes) throws IOException {
    return Idx.labels(StrictInput.of(content, "f"), classes);
  }
}
