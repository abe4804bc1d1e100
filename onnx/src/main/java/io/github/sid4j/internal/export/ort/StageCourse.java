package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.export.StageModels;
import io.github.sid4j.internal.predict.BeliefCourse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Module by module. What passes from one to the next stays in ONNX Runtime's memory. */
final class StageCourse implements BeliefCourse {
  private final OrtEnvironment environment;
  private final List<OrtSession> sessions;
  private int module;

  /** What the next module reads, by the names that it has there. */
  private final Map<String, OnnxTensor> given = new HashMap<>();

  StageCourse(OrtEnvironment environment, List<OrtSession> sessions, OnnxTensor input) {
    this.environment = environment;
    this.sessions = sessions;
    given.put("input", input);
  }

  @Override
  public float[] next() {
    try {
      OrtSession.Result results = sessions.get(module++).run(given);
      OnnxTensor belief = (OnnxTensor) results.get("belief").orElseThrow();
      replace("input", Optional.empty());
      replace(StageModels.BELIEF_BEFORE, Optional.of(belief));
      results
          .get(StageModels.FEATURES_AFTER)
          .ifPresent(after -> replace(StageModels.FEATURES, Optional.of((OnnxTensor) after)));
      FloatBuffer all = belief.getFloatBuffer();
      float[] probabilities = new float[all.remaining()];
      all.get(probabilities);
      return probabilities;
    } catch (OrtException e) {
      throw new OrtFailure(e);
    }
  }

  private void replace(String name, Optional<OnnxTensor> now) {
    OnnxTensor before = now.isPresent() ? given.put(name, now.get()) : given.remove(name);
    if (before != null) {
      before.close();
    }
  }

  @Override
  public void keep(int... rows) {
    try {
      for (String name : List.copyOf(given.keySet())) {
        replace(name, Optional.of(rows(given.get(name), rows)));
      }
    } catch (OrtException e) {
      throw new OrtFailure(e);
    }
  }

  private OnnxTensor rows(OnnxTensor all, int... rows) throws OrtException {
    long[] shape = all.getInfo().getShape();
    FloatBuffer from = all.getFloatBuffer();
    int row = Math.toIntExact(from.remaining() / shape[0]);
    FloatBuffer some =
        ByteBuffer.allocateDirect(Math.multiplyExact(rows.length * row, Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int place : rows) {
      some.put(from.slice(place * row, row));
    }
    shape[0] = rows.length;
    return OnnxTensor.createTensor(environment, some.flip(), shape);
  }

  @Override
  public void close() {
    given.values().forEach(OnnxTensor::close);
  }
}
