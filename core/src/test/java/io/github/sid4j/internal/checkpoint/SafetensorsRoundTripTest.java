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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsRoundTripTest {
  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll("tensors") Map<String, StoredTensor> tensors,
      @ForAll("metadata") Map<String, String> metadata)
      throws IOException {
    Path file = Files.createTempFile("round-trip", ".safetensors");
    try {
      byte[] written = bytes(tensors, metadata);
      Files.write(file, written);
      SafetensorsFile read = Safetensors.read(file);
      assertThat(read).isEqualTo(new SafetensorsFile(tensors, metadata));
      assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
      assertThat(bytes(tensors, new HashMap<>(metadata))).isEqualTo(written);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void theDataBeginsAtAMultipleOfEight() throws IOException {
    byte[] bytes = bytes(Tensors.small(), Map.of("a", "b"));
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
    assertThat(bytes).hasSize((int) (8 + header + 24 + 8 + 5));
  }

  @Test
  void theBytesNeverChangeBetweenReleases() throws IOException {
    StoredTensor tensor = new StoredTensor(ElementType.U8, new long[] {2}, new byte[] {7, 9});
    String header =
        "{\"__metadata__\":{\"k\":\"v\"},\"t\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}";
    byte[] expected =
        ByteBuffer.allocate(8 + 80 + 2)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(80)
            .put((header + " ".repeat(80 - header.length())).getBytes(StandardCharsets.UTF_8))
            .put(new byte[] {7, 9})
            .array();
    assertThat(bytes(Map.of("t", tensor), Map.of("k", "v"))).isEqualTo(expected);
  }

  @Test
  void readsWhatThePythonLibraryWrote() throws IOException {
    Path file =
        Path.of("src/test/resources/io/github/sid4j/internal/checkpoint/python.safetensors");
    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.metadata()).isEqualTo(Map.of("written_by", "python"));
    assertThat(read.tensors()).containsOnlyKeys("f32", "f64", "i64", "u8", "bool", "empty");
    StoredTensor floats = read.tensors().get("f32");
    assertThat(floats.shape()).containsExactly(2, 3);
    float[] values = new float[6];
    ByteBuffer.wrap(floats.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    assertThat(values).containsExactly(0, 0.5f, 1, 1.5f, 2, 2.5f);
    assertThat(read.tensors().get("bool"))
        .isEqualTo(new StoredTensor(ElementType.BOOL, new long[] {3}, new byte[] {1, 0, 1}));
    assertThat(read.tensors().get("i64").data()).containsExactly(-2, -1, -1, -1, -1, -1, -1, -1);
    assertThat(read.tensors().get("i64").shape()).isEmpty();
    assertThat(read.tensors().get("empty"))
        .isEqualTo(new StoredTensor(ElementType.F32, new long[] {0, 4}, new byte[0]));
  }

  @Test
  void anOpenFileIsReadWhenATensorIsAskedFor(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.safetensors");
    StoredTensor early = Tensors.of(ElementType.U8, 1, 3);
    StoredTensor late = Tensors.of(ElementType.U8, 2, 3);
    Safetensors.write(file, Map.of("t", early), Map.of());
    try (SafetensorsReader reader = Safetensors.open(file)) {
      TensorContent tensor = reader.tensors().get("t");
      assertThat(StoredTensor.of(tensor)).isEqualTo(early);
      Files.write(file, bytes(Map.of("t", late), Map.of()));
      assertThat(StoredTensor.of(tensor)).isEqualTo(late);
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
      assertThatThrownBy(tensor::data)
          .isInstanceOf(InputException.class)
          .hasMessageContainingAll(file + " tensor t", "3 bytes", "2 bytes");
    }
  }

  @Test
  void refusesATensorUnderTheNameOfTheMetadata(@TempDir Path folder) {
    Path file = folder.resolve("x.safetensors");
    Map<String, StoredTensor> tensors = Map.of("__metadata__", Tensors.of(ElementType.U8, 1, 1));
    assertThatThrownBy(() -> Safetensors.write(file, tensors, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void contentIsAskedForWhenItIsItsTurn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> writtenBefore = new ArrayList<>();
    Map<String, TensorContent> tensors = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      tensors.put(
          name, new Watched(Tensors.of(ElementType.U8, 1, 3), () -> writtenBefore.add(out.size())));
    }
    Safetensors.write(out, tensors, Map.of());
    int header = writtenBefore.get(0);
    assertThat(writtenBefore).containsExactly(header, header + 3, header + 6);
    assertThat(out.size()).isEqualTo(header + 9);
  }

  private record Watched(StoredTensor tensor, Runnable asked) implements TensorContent {
    @Override
    public ElementType type() {
      return tensor.type();
    }

    @Override
    public long[] shape() {
      return tensor.shape();
    }

    @Override
    public byte[] data() {
      asked.run();
      return tensor.data();
    }
  }

  @Provide
  Arbitrary<Map<String, StoredTensor>> tensors() {
    return Tensors.any();
  }

  @Provide
  Arbitrary<Map<String, String>> metadata() {
    return Arbitraries.maps(Tensors.text(), Tensors.text()).ofMaxSize(4);
  }

  private static byte[] bytes(Map<String, StoredTensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, tensors, metadata);
    return out.toByteArray();
  }
}
