package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.internal.predict.BeliefCourse;
import java.nio.FloatBuffer;
import java.util.Map;

/** All modules in one call. */
final class WholeCourse implements BeliefCourse {
  private final OrtSession.Result results;
  private int module;

  /** Computes, and closes the input. */
  WholeCourse(OrtSession session, OnnxTensor input) throws OrtException {
    try (input) {
      results = session.run(Map.of("input", input));
    }
  }

  @Override
  public float[] next() {
    OnnxTensor belief = (OnnxTensor) results.get("belief_" + ++module).orElseThrow();
    FloatBuffer given = belief.getFloatBuffer();
    float[] probabilities = new float[given.remaining()];
    given.get(probabilities);
    return probabilities;
  }

  @Override
  public void keep(int... rows) {
    throw new IllegalStateException("all modules are computed for all examples");
  }

  @Override
  public void close() {
    results.close();
  }
}
