package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.model.FormulaWeights;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The networks for photos against timm 1.0.31, which gives these logits for the same weights and
 * images; torchvision gives the same for the residual networks. The weights come in a file with the
 * names of timm, as public ones do.
 */
@Tag("slow")
class PhotoNetworkLogitsTest {
  private static final int CLASSES = 6;

  @TempDir private Path temp;

  @BeforeAll
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in =
        PhotoNetworkLogitsTest.class.getResourceAsStream("/golden/photo-networks.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  static Stream<JsonNode> cases() throws IOException {
    return StreamSupport.stream(golden().get("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logitsAreThoseOfTimm(JsonNode one) throws IOException {
    PhotoNetwork network = PhotoNetwork.named(one.get("network").asText()).orElseThrow();
    int height = one.get("height").asInt();
    int width = one.get("width").asInt();
    Settings settings =
        Settings.parse(
            Map.of("network", network.wireName(), "topology", "whole", "method", "backprop"));
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      int[] shape = {3, height, width};
      Cascade cascade = Cascades.create(settings, shape, 2, new Initializer(1, DType.FLOAT32));
      Map<String, StoredTensor> theirs =
          weights(network, cascade, new FormulaWeights(one.get("norm").asDouble()));
      Path file = temp.resolve("model.safetensors");
      Safetensors.write(file, theirs, Map.of());
      PretrainedWeights.into(file, null, cascade, shape);
      Tensor images = Tensor.of(FormulaWeights.images(2, height, width), 2, 3, height, width);
      Tensor features = cascade.extractor().forward(images);
      String last = network.classifier();
      double[] logits =
          Functional.linear(
                  features,
                  tensor(theirs.get(last + ".weight")),
                  tensor(theirs.get(last + ".bias")))
              .toDoubles();
      for (int i = 0; i < logits.length; i++) {
        double expected = one.get("logits").get(i / CLASSES).get(i % CLASSES).asDouble();
        assertThat(logits[i]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  /** All tensors of a public file, in the order of their names. */
  private static Map<String, StoredTensor> weights(
      PhotoNetwork network, Cascade cascade, FormulaWeights formula) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    cascade
        .extractor()
        .parameters()
        .and(cascade.extractor().buffers())
        .byName()
        .forEach((name, tensor) -> shapes.put(name.replace("tokens.", ""), tensor.shape()));
    // Public files are of images of 224x224, in patches of 16x16.
    shapes.computeIfPresent("pos_embed", (name, shape) -> new long[] {1, 1 + 14 * 14, shape[2]});
    long features =
        switch (network) {
          case EFFICIENTNET_LITE0 -> 1280;
          case RESNET50 -> 2048;
          case RESNET18_IMAGENET -> 512;
          case VIT_TINY_16 -> 192;
          case VIT_SMALL_16 -> 384;
        };
    shapes.put(network.classifier() + ".weight", new long[] {CLASSES, features});
    shapes.put(network.classifier() + ".bias", new long[] {CLASSES});
    Map<String, StoredTensor> weights = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(shapes.keySet());
    names.forEach(
        name -> weights.put(name, formula.tensor(name, weights.size(), shapes.get(name))));
    return weights;
  }

  private static Tensor tensor(StoredTensor stored) {
    return Tensor.of(floats(stored.data()), stored.shape());
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  @Test
  void placesOfPatchesAreResizedAsTimmDoes() throws IOException {
    StoredTensor stored = new FormulaWeights(1).tensor("pos_embed", 0, 1, 197, 2);
    assertThat(ResizedPositions.of(stored, 14, 14)).isSameAs(stored);
    for (JsonNode one : golden().get("positions")) {
      int rows = one.get("rows").asInt();
      int columns = one.get("columns").asInt();
      TensorContent resized = ResizedPositions.of(stored, rows, columns);
      assertThat(resized.shape()).containsExactly(1, 1 + rows * columns, 2);
      float[] values = floats(resized.data());
      double sum = 0;
      for (float value : values) {
        sum += Math.abs(value);
      }
      assertThat(sum).isCloseTo(one.get("sum").asDouble(), within(1e-3));
      int end = one.get("last").size();
      for (int i = 0; i < end; i++) {
        assertThat((double) values[values.length - end + i])
            .isCloseTo(one.get("last").get(i).asDouble(), within(5e-6));
      }
      for (int i = 0; i < one.get("first").size(); i++) {
        assertThat((double) values[i]).isCloseTo(one.get("first").get(i).asDouble(), within(5e-6));
      }
    }
  }
}
