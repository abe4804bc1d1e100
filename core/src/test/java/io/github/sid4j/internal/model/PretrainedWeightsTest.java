package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.ElementType;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.model.StoredTensors;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PretrainedWeightsTest {
  @TempDir private Path temp;

  private static Cascade cascade(long seed, String... others) {
    Map<String, String> texts =
        new TreeMap<>(
            Map.of(
                "network", "mlp",
                "modules", "2",
                "hidden", "4",
                "features", "3",
                "module-hidden", "2"));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Cascades.create(
        Settings.parse(texts), new int[] {5}, 2, new Initializer(seed, DType.FLOAT32));
  }

  private static Map<String, StoredTensor> state(Cascade cascade) throws IOException {
    return StoredTensors.of(cascade.state().byName());
  }

  /** The network's tensors of a cascade under other names. */
  private static Map<String, StoredTensor> network(Cascade cascade, UnaryOperator<String> named)
      throws IOException {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    state(cascade)
        .forEach(
            (name, tensor) -> {
              String ours = name.replaceFirst("^(extractor|module\\d+\\.stage)\\.", "");
              if (!ours.equals(name)) {
                tensors.put(named.apply(ours), tensor);
              }
            });
    return tensors;
  }

  private Path file(Map<String, StoredTensor> tensors) throws IOException {
    Path file = temp.resolve("theirs.safetensors");
    Safetensors.write(file, tensors, Map.of());
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "extractor."})
  void theNetworkIsTakenAndModulesKeepWhatTheyHave(String prefix) throws IOException {
    Cascade theirs = cascade(1);
    Cascade ours = cascade(2);
    Map<String, StoredTensor> before = state(ours);
    PretrainedWeights.into(file(network(theirs, name -> prefix + name)), null, ours, 5);
    Map<String, StoredTensor> given = state(theirs);
    state(ours)
        .forEach(
            (name, tensor) ->
                assertThat(tensor)
                    .isEqualTo(name.startsWith("extractor.") ? given.get(name) : before.get(name)));
  }

  @Test
  void stagesTakeTheSameFileWhereverTheNetworkIsCut() throws IOException {
    Cascade theirs = cascade(1, "topology", "staged", "stages", "2");
    Cascade ours = cascade(2, "topology", "staged", "stages", "3");
    PretrainedWeights.into(file(network(theirs, name -> name)), null, ours, 5);
    assertThat(network(ours, name -> name)).isEqualTo(network(theirs, name -> name));
  }

  @Test
  void namesAreMappedByTheLongestThatFitsAndTheRestMayBeListedAsLeft() throws IOException {
    Cascade theirs = cascade(1);
    Map<String, StoredTensor> tensors =
        network(
            theirs,
            name ->
                name.startsWith("fc1.")
                    ? "body.first." + name.substring(4)
                    : name.equals("fc2.weight") ? "w" : "body." + name);
    StoredTensor other = tensors.values().iterator().next();
    tensors.put("top.weight", other);
    tensors.put("topless", other);
    tensors.put(
        "body.bn.num_batches_tracked", new StoredTensor(ElementType.I64, new long[0], new byte[8]));
    Path names = temp.resolve("names.yaml");
    String map = "\"\": body\nfc1: body.first\nfc2.weight: w\n";
    Files.writeString(names, map + "left-over: top, topless\n");
    Cascade ours = cascade(2);
    PretrainedWeights.into(file(tensors), names, ours, 5);
    assertThat(network(ours, name -> name)).isEqualTo(network(theirs, name -> name));

    Files.writeString(names, map + "left-over: top\n");
    assertRefused(tensors, names, "topless", "left-over");
  }

  private void assertRefused(Map<String, StoredTensor> tensors, Path names, String... words)
      throws IOException {
    Path file = file(tensors);
    Cascade ours = cascade(2);
    Map<String, StoredTensor> before = state(ours);
    assertThatThrownBy(() -> PretrainedWeights.into(file, names, ours, 5))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("\n");
    assertThat(state(ours)).isEqualTo(before);
  }

  @Test
  void whatIsMissingOrLeftOverOrOfAnotherShapeIsNamed() throws IOException {
    Map<String, StoredTensor> whole = network(cascade(1), name -> name);
    Map<String, StoredTensor> less = new LinkedHashMap<>(whole);
    less.remove("fc1.bias");
    assertRefused(less, null, "fc1.bias", "found none;", "pretrained-names");
    Map<String, StoredTensor> renamed = new LinkedHashMap<>(less);
    renamed.put("first.bias", whole.get("fc1.bias"));
    assertRefused(renamed, null, "fc1.bias", "none, but first.bias");
    Map<String, StoredTensor> more = new LinkedHashMap<>(whole);
    more.put("other.weight", whole.get("fc1.bias"));
    more.put("other.bias", whole.get("fc1.bias"));
    assertRefused(more, null, "other.weight and 1 more", "left-over");
    Map<String, StoredTensor> odd = new LinkedHashMap<>(whole);
    odd.put("fc1.bias", new StoredTensor(ElementType.F32, new long[] {7}, new byte[28]));
    assertRefused(odd, null, "fc1.bias", "[4]", "[7]");
    odd.put("fc1.bias", new StoredTensor(ElementType.I32, new long[] {4}, new byte[16]));
    assertRefused(odd, null, "F32, F64, F16 or BF16", "I32");
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path file = file(network(cascade(1), name -> name));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(() -> PretrainedWeights.into(file, null, cascade(2), 5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString());
  }

  /** Every half that there is, against its value by definition. */
  @Test
  void everyHalfBecomesTheSameNumber() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      int sign = bits >> 15 == 0 ? 1 : -1;
      int exponent = bits >> 10 & 31;
      double fraction = (bits & 1023) / 1024.0;
      double expected =
          exponent == 31
              ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
              : exponent == 0
                  ? fraction * Math.pow(2, -14)
                  : (1 + fraction) * Math.pow(2, exponent - 15);
      // As objects, so that what is no number equals itself.
      assertThat(Double.valueOf(SinglePrecision.half((short) bits)))
          .isEqualTo(Double.valueOf(sign * expected));
    }
  }

  @Test
  void otherPrecisionsBecomeSingle() throws IOException {
    ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(0.1).putDouble(-3);
    assertThat(single(ElementType.F64, doubles.array())).containsExactly(0.1f, -3f);
    ByteBuffer brief = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    brief.putShort((short) 0x3FC0).putShort((short) 0xC040);
    assertThat(single(ElementType.BF16, brief.array())).containsExactly(1.5f, -3f);
    brief.clear().putShort((short) 0x3E00).putShort((short) 0xC200);
    assertThat(single(ElementType.F16, brief.array())).containsExactly(1.5f, -3f);
  }

  private static float[] single(ElementType type, byte[] bytes) throws IOException {
    TensorContent stored = SinglePrecision.of("x", new StoredTensor(type, new long[] {2}, bytes));
    assertThat(stored.type()).isEqualTo(ElementType.F32);
    float[] values = new float[2];
    ByteBuffer.wrap(stored.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
