package io.github.sid4j.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.InputModule;
import io.github.sid4j.internal.export.runtime.OrtRuntime;
import io.github.sid4j.internal.network.InputPlace;
import io.github.sid4j.random.Rng;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs a graph in ONNX Runtime beside the cascade that it was made of. */
final class GraphCheck {
  /** How far two probabilities may be apart. */
  static final double TOLERANCE = 1e-4;

  /** Of several sizes, so that one that was written into the graph is found out. */
  private static final int[] BATCHES = {1, 3, 17};

  /** How often a sample of several inputs has one of them. */
  private static final double PRESENT = 0.7;

  private final Cascade cascade;
  private final List<Integer> sample;
  private final Optional<Preprocessing> preprocessing;

  /** Ids of tokens, of a graph that reads them. */
  private final OptionalInt tokens;

  GraphCheck(
      Cascade cascade,
      List<Integer> sample,
      Optional<Preprocessing> preprocessing,
      OptionalInt tokens) {
    this.tokens = tokens;
    this.cascade = cascade;
    this.sample = sample;
    this.preprocessing = preprocessing;
  }

  /**
   * Compares all beliefs on random inputs.
   *
   * @return the largest difference
   * @throws ExportException if it is too large
   */
  double check(byte[] model) {
    double[] largest = new double[cascade.depth()];
    OrtEnvironment environment = OrtRuntime.environment();
    // Beside libtorch's own threads.
    try (OrtSession.SessionOptions options = OrtRuntime.options(1)) {
      try (OrtSession session = environment.createSession(model, options)) {
        for (int batch : BATCHES) {
          compare(session, batch, largest);
        }
      }
    } catch (OrtException e) {
      throw new ExportException("ONNX Runtime cannot run the graph: " + e.getMessage(), e);
    }
    judge(largest);
    return Arrays.stream(largest).max().orElseThrow();
  }

  private void compare(OrtSession session, int batch, double[] largest) throws OrtException {
    float[] input = random(batch);
    long[] shape = Sizes.batch(batch, sample);
    try (Scope scope = Scope.open();
        OnnxTensor given = OrtRuntime.input(input, tokens.isPresent(), shape);
        OrtSession.Result results = session.run(Map.of(CascadeGraph.INPUT, given))) {
      float[] read = preprocessing.map(each -> each.apply(input, sample)).orElse(input);
      List<Belief> beliefs = cascade.beliefs(Tensor.of(read, shape));
      for (int i = 0; i < largest.length; i++) {
        float[] expected = beliefs.get(i).probabilities().toFloats();
        largest[i] =
            Math.max(largest[i], difference(results, CascadeGraph.belief(i + 1), expected));
      }
      int last = largest.length - 1;
      float[] expected = beliefs.get(last).probabilities().toFloats();
      largest[last] = Math.max(largest[last], difference(results, CascadeGraph.BELIEF, expected));
    }
  }

  /** A text of at least {@code least} tokens and padding. */
  private static void text(float[] input, int from, int most, int least, int ids, Rng rng) {
    int length = least + (int) (rng.nextDouble() * (most + 1 - least));
    for (int i = 0; i < most; i++) {
      input[from + i] = i < length ? (int) (rng.nextDouble() * ids) : ids;
    }
  }

  /** A sample of several inputs, of which each may be missing. */
  private static void inputs(float[] input, int from, List<InputPlace> places, Rng rng) {
    for (InputPlace place : places) {
      int begin = from + place.from();
      boolean there = rng.nextDouble() < PRESENT;
      input[begin] = there ? 1 : 0;
      if (place.tokens() > 0) {
        int most = there ? place.width() : 0;
        Arrays.fill(input, begin + 1, begin + 1 + place.width(), place.tokens());
        text(input, begin + 1, most, 0, place.tokens(), rng);
      } else {
        for (int i = 1; there && i <= place.width(); i++) {
          input[begin + i] = (float) rng.nextNormal();
        }
      }
    }
  }

  /** Levels as images have them, numbers as encoded tables do, ids of tokens, or all of these. */
  private float[] random(int batch) {
    int numbers = new Value("", sample).numbers();
    float[] input = new float[batch * numbers];
    Rng rng = Rng.of(batch);
    List<InputPlace> places = InputModule.placesOf(cascade);
    if (tokens.isPresent() || !places.isEmpty()) {
      for (int from = 0; from < input.length; from += numbers) {
        if (tokens.isPresent()) {
          text(input, from, numbers, 1, tokens.getAsInt(), rng);
        } else {
          inputs(input, from, places, rng);
        }
      }
      return input;
    }
    for (int i = 0; i < input.length; i++) {
      input[i] =
          preprocessing.isPresent()
              ? (float) Math.rint(rng.nextDouble() * preprocessing.get().maximum())
              : (float) rng.nextNormal();
    }
    return input;
  }

  private static double difference(OrtSession.Result results, String name, float[] expected)
      throws OrtException {
    OnnxTensor output = (OnnxTensor) results.get(name).orElseThrow();
    FloatBuffer found = output.getFloatBuffer();
    if (found.remaining() != expected.length) {
      throw new ExportException(
          "%s has %s numbers in ONNX Runtime, %s in the cascade"
              .formatted(name, found.remaining(), expected.length));
    }
    double largest = 0;
    for (float each : expected) {
      double difference = Math.abs((double) found.get() - each);
      // Not a number is no agreement.
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest;
  }

  private static void judge(double[] largest) {
    for (int i = 0; i < largest.length; i++) {
      if (!(largest[i] <= TOLERANCE)) {
        throw new ExportException(
            String.format(
                Locale.ROOT,
                "the belief of depth %d differs by %.2g between ONNX Runtime and the cascade, more than %.0e; nothing was written",
                i + 1,
                largest[i],
                TOLERANCE));
      }
    }
  }
}
