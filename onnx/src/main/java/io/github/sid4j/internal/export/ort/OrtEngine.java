package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.sid4j.export.OnnxExport;
import io.github.sid4j.internal.export.runtime.OrtRuntime;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.BeliefEngine;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
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
      OnnxTensor input = input(values, examples);
      return toTheEnd
          ? new WholeCourse(whole.all().get(0), input)
          : new StageCourse(environment, stages.all(), input);
    } catch (OrtException e) {
      throw new OrtFailure(e);
    }
  }

  private OnnxTensor input(float[] values, int examples) throws OrtException {
    long[] sizes =
        LongStream.concat(LongStream.of(examples), IntStream.of(shape).asLongStream()).toArray();
    if (!ofTokens) {
      return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), sizes);
    }
    LongBuffer ids = LongBuffer.allocate(values.length);
    for (float id : values) {
      ids.put((long) id);
    }
    return OnnxTensor.createTensor(environment, ids.flip(), sizes);
  }

  @Override
  public void close() {
    whole.close();
    stages.close();
  }
}
