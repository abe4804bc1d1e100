package io.github.sid4j.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.random.Rng;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Cascades whose every number counts, to be exported. */
final class Exports {
  static final int CLASSES = 5;

  private Exports() {}

  /** A cascade of settings such as {@code topology=staged network=mlp}, as if it were trained. */
  static Cascade cascade(String settings, int... shape) {
    Map<String, String> values = new TreeMap<>();
    for (String setting : settings.split(" ", -1)) {
      String[] pair = setting.split("=", -1);
      values.put(pair[0], pair[1]);
    }
    Cascade cascade =
        Cascades.create(Settings.parse(values), shape, CLASSES, new Initializer(3, DType.FLOAT32));
    disturb(cascade.state());
    return cascade;
  }

  /** So that no scale is 1, no shift 0, no layer nothing and no statistic what it is at first. */
  private static void disturb(Parameters state) {
    Rng rng = Rng.of(11);
    state
        .byName()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.toFloats();
              boolean constant = allAlike(values);
              if (!constant && tensor.shape().length > 1) {
                return;
              }
              for (int i = 0; i < values.length; i++) {
                values[i] =
                    name.endsWith("running_var")
                        ? (float) (0.5 + rng.nextDouble())
                        : (float) (values[i] + 0.2 * rng.nextNormal());
              }
              set(tensor, values);
            });
  }

  private static boolean allAlike(float[] values) {
    for (float value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  static void set(Tensor tensor, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    tensor.setBytes(bytes.array());
  }

  static ModelProto read(Path file) throws IOException {
    return ModelProto.parseFrom(Files.readAllBytes(file));
  }

  static int[] shape(String text) {
    return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
  }
}
