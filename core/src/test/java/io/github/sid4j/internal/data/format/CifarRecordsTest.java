package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CifarRecordsTest {
  private static final int RECORD = 1 + CifarRecords.PIXELS;

  @Test
  void recordsKeepTheirOrderAndValues() throws IOException {
    byte[] file = new byte[2 * RECORD];
    file[0] = 9;
    file[1] = 7;
    file[RECORD] = 3;
    file[2 * RECORD - 1] = (byte) 200;
    LabelledPixels read = read(CifarRecords.cifar10(), file);
    assertThat(read.labels()).containsExactly(9, 3);
    assertThat(read.pixels().get(0)).hasSize(CifarRecords.PIXELS).startsWith((byte) 7, (byte) 0);
    assertThat(read.pixels().get(1)).endsWith((byte) 0, (byte) 200);
  }

  @Test
  void theFineLabelIsTheSecondByte() throws IOException {
    byte[] file = new byte[RECORD + 1];
    file[0] = 19;
    file[1] = 99;
    assertThat(read(CifarRecords.cifar100(), file).labels()).containsExactly(99);
  }

  @Property(tries = 300)
  void everyTruncationButBetweenRecordsIsRefused(@ForAll @IntRange(max = 2 * RECORD - 1) int length)
      throws IOException {
    byte[] cut = Arrays.copyOf(new byte[2 * RECORD], length);
    if (length == RECORD) {
      assertThat(read(CifarRecords.cifar10(), cut).labels()).hasSize(1);
    } else {
      assertThatThrownBy(() -> read(CifarRecords.cifar10(), cut))
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void dataAfterTheLastRecordIsRefused() {
    assertThatThrownBy(() -> read(CifarRecords.cifar10(), new byte[RECORD + 5]))
        .hasMessage(
            "f: expected 3072 bytes of image of record 1 at byte 3074, found 4 before the end;"
                + " fetch or copy the file again");
  }

  @Property(tries = 300)
  void aLabelIsTakenOnlyIfItIsOneOfTheClasses(@ForAll byte label) throws IOException {
    byte[] file = new byte[RECORD];
    file[0] = label;
    if (label >= 0 && label < 10) {
      assertThat(read(CifarRecords.cifar10(), file).labels()).containsExactly(label);
    } else {
      assertThatThrownBy(() -> read(CifarRecords.cifar10(), file))
          .hasMessageContaining("f record 0: expected a label of 0 to 9, found " + (label & 0xFF));
    }
  }

  private static LabelledPixels read(CifarRecords records, byte[] content) throws IOException {
    LabelledPixels into = new LabelledPixels();
    records.read(StrictInput.of(content, "f"), into);
    return into;
  }
}
