package io.github.sid4j.internal.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.tensorboard.EventFiles.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  /** One pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

  @TempDir private Path temp;

  private Value written(Summary summary, String tag) throws IOException {
    try (EventFile file = EventFile.create(temp, 0)) {
      file.write(1, List.of(summary));
    }
    return EventFiles.read(temp).get(tag).get(1L);
  }

  @Test
  void theReadersCheckSumIsThatOfTheStandard() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(EventFiles.crc(ByteBuffer.wrap(digits))).isEqualTo(0xE3069283);
  }

  @Test
  void aScalarIsASingleNumber() throws IOException {
    Value value = written(Summary.scalar("a/b", 0.1), "a/b");
    assertThat(value.plugin()).isEqualTo("scalars");
    assertThat(value.numbers()).containsExactly((double) 0.1f);
  }

  @Test
  void aHistogramHasTheEdgesAndTheCountOfEachBucket() throws IOException {
    Value value = written(Summary.histogram("h", -1, 1, 3, 0, 5, 1L << 40), "h");
    assertThat(value.plugin()).isEqualTo("histograms");
    assertThat(value.shape()).containsExactly(4L, 3L);
    assertThat(value.numbers())
        .containsExactly(-1.0, -0.5, 3.0, -0.5, 0.0, 0.0, 0.0, 0.5, 5.0, 0.5, 1.0, 0x1p40);
  }

  @Test
  void anImageIsItsSizeAndItsFile() throws IOException {
    Value value = written(Summary.image("i", PNG), "i");
    assertThat(value.plugin()).isEqualTo("images");
    assertThat(value.shape()).containsExactly(3L);
    assertThat(value.strings()).containsExactly(new byte[] {'1'}, new byte[] {'1'}, PNG);
  }

  @Test
  void aTextOfAnyLengthAndScriptIsOneString() throws IOException {
    String text = "ünïcode 数字 ".repeat(5000);
    Value value = written(Summary.text("t", text), "t");
    assertThat(value.plugin()).isEqualTo("text");
    assertThat(value.shape()).containsExactly(1L);
    assertThat(value.strings()).containsExactly(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aStepMayBeAsLargeAsItLikes() throws IOException {
    try (EventFile file = EventFile.create(temp, 0)) {
      file.write(Long.MAX_VALUE, List.of(Summary.scalar("a", 1), Summary.scalar("b", 2)));
    }
    assertThat(EventFiles.read(temp)).containsOnlyKeys("a", "b");
    assertThat(EventFiles.read(temp).get("b")).containsOnlyKeys(Long.MAX_VALUE);
  }

  @Test
  void aLaterFileComesLastAndTakesBackWhatItWillReportAgain() throws IOException {
    Files.createFile(temp.resolve("events.out.tfevents.9999999997.sid4j"));
    for (int session = 0; session < 2; session++) {
      try (EventFile file = EventFile.create(temp, 1 + session)) {
        file.write(1 + session, List.of(Summary.scalar("a", 10 * session + 1)));
        file.write(2 + session, List.of(Summary.scalar("a", 10 * session + 2)));
      }
    }
    assertThat(EventFiles.in(temp).stream().map(file -> file.getFileName().toString()))
        .containsExactly(
            "events.out.tfevents.9999999997.sid4j",
            "events.out.tfevents.9999999998.sid4j",
            "events.out.tfevents.9999999999.sid4j");
    Files.delete(EventFiles.in(temp).get(0));
    assertThat(EventFiles.read(temp).get("a").values().stream().map(Value::numbers))
        .containsExactly(List.of(1.0), List.of(11.0), List.of(12.0));
  }
}
