package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SafetensorsFuzzTest {
  @Property(tries = 200)
  void randomBytesAreRefusedInOneLine(@ForAll byte[] bytes) throws IOException {
    readOrRefuse(bytes);
  }

  @Property(tries = 400)
  void headersOfRandomPiecesAreReadOrRefusedInOneLine(@ForAll("header") String header)
      throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    readOrRefuse(
        ByteBuffer.allocate(8 + text.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .array());
  }

  @Property(tries = 400)
  void overwrittenBytesAreReadOrRefusedInOneLine(
      @ForAll @IntRange(max = 1 << 20) int place, @ForAll byte value, @ForAll byte next)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, Tensors.small(), Map.of());
    byte[] bytes = out.toByteArray();
    bytes[place % bytes.length] = value;
    bytes[(place + 1) % bytes.length] = next;
    readOrRefuse(bytes);
  }

  @Provide
  Arbitrary<String> header() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"dtype\"",
            "\"shape\"",
            "\"data_offsets\"",
            "\"U8\"",
            "\"__metadata__\"",
            "0",
            "4",
            "-1",
            "1e999",
            "null",
            "\u0000",
            "\\",
            "\ud83d",
            "{\"a\":{\"dtype\":\"U8\",\"shape\":[",
            "4],\"data_offsets\":[0,",
            "4]}}")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  private static void readOrRefuse(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".safetensors");
    try {
      Files.write(file, bytes);
      SafetensorsFile read = Safetensors.read(file);
      long data = read.tensors().values().stream().mapToLong(tensor -> tensor.data().length).sum();
      assertThat(data).isLessThanOrEqualTo(bytes.length - 8L);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    } finally {
      Files.delete(file);
    }
  }
}
