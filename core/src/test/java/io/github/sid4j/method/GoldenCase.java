package io.github.sid4j.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One file of golden: the authors' network with parameters and inputs that formulas give, and what
 * their algorithm computes on it in double precision.
 */
record GoldenCase(JsonNode file, Cascade cascade, Tensor input, Target target, DType type) {
  static GoldenCase load(String name, DType type) throws IOException {
    JsonNode file;
    try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/" + name + ".json")) {
      file = new ObjectMapper().readTree(in);
    }
    JsonNode c = file.get("case");
    Initializer init = new Initializer(0, type);
    int classes = c.get("classes").asInt();
    int channels = c.get("channels").asInt();
    int size = c.get("size").asInt();
    int batch = c.get("batch").asInt();
    SimpleCnn extractor = new SimpleCnn(channels, 128, init);
    List<MlpModule> modules =
        IntStream.range(0, c.get("modules").asInt())
            .mapToObj(i -> new MlpModule(classes, 128, 256, init))
            .toList();
    Cascade cascade = new Cascade(extractor, modules, classes);
    fill(cascade);

    double[] pixels = new double[batch * channels * size * size];
    for (int j = 0; j < pixels.length; j++) {
      pixels[j] = Math.cos(0.011 * j);
    }
    Tensor input = Tensor.of(pixels, batch, channels, size, size).to(type);
    int[] labels = IntStream.range(0, batch).map(i -> (7 * i + 3) % classes).toArray();
    double smoothing = c.path("label_smoothing").asDouble(0);
    return new GoldenCase(file, cascade, input, Target.of(labels, classes, smoothing, type), type);
  }

  /** Parameter number k, flat index j: sin(0.37 j + 1.3 k + 0.1) / sqrt(fan_in). */
  private static void fill(Cascade cascade) {
    int k = 0;
    for (Tensor parameter : cascade.parameters().tensors()) {
      long[] shape = parameter.shape();
      long fanIn = shape.length == 1 ? shape[0] : parameter.count() / shape[0];
      double[] values = new double[(int) parameter.count()];
      for (int j = 0; j < values.length; j++) {
        values[j] = Math.sin(0.37 * j + 1.3 * k + 0.1) / Math.sqrt((double) fanIn);
      }
      parameter.inPlace().copy(Tensor.of(values, shape));
      k++;
    }
  }

  Objective objective() {
    JsonNode c = file.get("case");
    Divergence divergence =
        c.path("divergence").asText("forward").equals("reverse")
            ? Divergence.REVERSE
            : Divergence.FORWARD;
    return Objective.constant(
        divergence,
        c.path("label_smoothing").asDouble(0),
        c.path("alpha").asDouble(0.5),
        cascade.depth());
  }

  double learningRate() {
    return file.get("case").get("lr").asDouble();
  }

  JsonNode steps() {
    return file.get("steps");
  }

  /** What single precision can be asked for, and what double precision must give. */
  double tolerance() {
    return type == DType.FLOAT64 ? 1e-9 : 1e-4;
  }
}
