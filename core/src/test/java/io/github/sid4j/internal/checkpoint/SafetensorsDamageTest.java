package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsDamageTest {
  private Path file;
  private byte[] good;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    file = folder.resolve("weights.safetensors");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, Tensors.small(), Map.of("key", "value"));
    good = out.toByteArray();
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    for (int length = 0; length < good.length; length++) {
      assertRefused(Arrays.copyOf(good, length));
    }
    assertRefused(Arrays.copyOf(good, good.length + 1));
  }

  /**
   * A flip in a name, a metadata text or a value leaves a file that is right in itself, so only
   * types, shapes and order can be held to; the store's check sums find the rest.
   */
  @Test
  void noFlippedBitChangesTypesShapesOrTheOrderOfTheData() throws IOException {
    Map<String, StoredTensor> expected = Tensors.small();
    int dataStart = 8 + (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << i % 8);
      Files.write(file, bad);
      try {
        SafetensorsFile read = Safetensors.read(file);
        if (i < dataStart) {
          assertThat(new ArrayList<>(read.tensors().values()))
              .as("byte %d", i)
              .isEqualTo(new ArrayList<>(expected.values()));
        } else {
          assertThat(read.tensors().toString()).isEqualTo(expected.toString());
          assertThat(read.tensors()).isNotEqualTo(expected);
        }
      } catch (InputException e) {
        assertThat(e).hasMessageStartingWith(file.toString()).hasMessageNotContaining("\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                                       | a JSON object",
        "{\"a\":1}                                                                | an object",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}                                | a list",
        "{\"a\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}         | F31",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}                           | dtype",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}           | 2 numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}       | found 1.0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}        | found -1",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,4]}} | 2^63",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,0],\"data_offsets\":[0,4]}}|2^63",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}         | 8 bytes",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[1,4]}}          | byte 0",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}          | 3 bytes",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[0,5]}}          | 0 to 5",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,0]}}          | 4 to 0",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4],\"x\":0}}  | found x",
        "{\"__metadata__\":{\"k\":1}}                                             | a text",
        "{\"__metadata__\":[]}                                                    | object of texts",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[[[4]]],\"data_offsets\":[0,4]}}      | depth",
        "{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}} | Duplicate",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}} x        | character",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}} {}       | nothing but",
      })
  void namesWhatIsWrongInTheHeader(String header, String named) throws IOException {
    Files.write(file, withHeader(header, 4));
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(named);
  }

  @Test
  void tensorsMayNotOverlapNorLeaveHoles() throws IOException {
    String pair =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[%d,%d]}}";
    Files.write(file, withHeader(pair.formatted(2, 4), 4));
    assertThat(Safetensors.read(file).tensors()).hasSize(2);
    assertRefused(withHeader(pair.formatted(1, 3), 3));
    assertRefused(withHeader(pair.formatted(3, 5), 5));
  }

  @Test
  void aMissingFileIsTheUsersMistake() {
    assertThatThrownBy(() -> Safetensors.read(file.resolveSibling("other.safetensors")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("other.safetensors: expected a safetensors file, found none");
  }

  @Test
  void twoTensorsOfOneNameAreRefused() throws IOException {
    String empty = "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
    assertRefused(withHeader("{" + empty + "," + empty + "}", 0));
  }

  @Test
  void aHeaderBeyondTheLimitIsRefusedBeforeItIsRead() throws IOException {
    for (long length : new long[] {Long.MIN_VALUE, -1, Safetensors.MAX_HEADER + 1}) {
      byte[] bad = good.clone();
      ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      assertRefused(bad);
    }
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(InputException.class);
  }

  private static byte[] withHeader(String header, int dataBytes) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }
}
