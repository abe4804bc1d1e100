package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.sid4j.export.OnnxExport;
import io.github.sid4j.internal.export.runtime.OrtRuntime;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.BeliefEngine;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Computes with one graph of the whole cascade where all modules are wanted, and with a graph for
 * each module where samples may leave early. Both are made when they are first needed.
 */
final class OrtEngine implements BeliefEngine {
  private final OrtEnvironment environment = OrtRuntime.environment();
  private final boolean ofTokens;
  private final int[] shape;
  private final Sessions whole;
  private final Sessions stages;

  OrtEngine(OnnxExport export, boolean ofTokens, int threads, int... shape) {
    this.ofTokens = ofTokens;
    this.shape = shape.clone();
    this.whole = new Sessions(environment, threads, () -> List.of(export.unchecked()));
    this.stages = new Sessions(environment, threads, () -> export.stages().models());
  }

  @Override
  public BeliefCourse begin(float[] values, int examples, boolean toTheEnd) {
    try {
      List<OrtSession> sessions = (toTheEnd ? whole : stages).all();
      long[] sizes =
          LongStream.concat(LongStream.of(examples), IntStream.of(shape).asLongStream()).toArray();
      OnnxTensor input = OrtRuntime.input(values, ofTokens, sizes);
      return toTheEnd
          ? new WholeCourse(sessions.get(0), input)
          : new StageCourse(environment, sessions, input);
    } catch (OrtException e) {
      throw new OrtFailure(e);
    }
  }

  @Override
  public void close() {
    whole.close();
    stages.close();
  }
}
