package io.github.sid4j.predict;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.predict.BeliefCourse;
import io.github.sid4j.internal.predict.BeliefEngine;

/** Computes with the cascade itself, which stays with its owner. */
final class TorchEngine implements BeliefEngine {
  private final Cascade cascade;
  private final ModelDescription description;

  TorchEngine(Cascade cascade, ModelDescription description) {
    this.cascade = cascade;
    this.description = description;
  }

  @Override
  public BeliefCourse begin(float[] values, int examples, boolean toTheEnd) {
    InputEncoding encoding = description.input();
    // Without padding that no example of the batch needs.
    InputEncoding.Padded read =
        encoding == null
            ? new InputEncoding.Padded(values, description.shape())
            : encoding.padded(values, examples);
    try (Scope scope = Scope.open()) {
      TensorFactory factory = new TensorFactory(cascade.device());
      Tensor input = factory.of(read.values(), InputTensors.sizes(examples, read.shape()));
      TorchCourse course = new TorchCourse(cascade, input);
      if (course.owns(input)) {
        scope.keep(input);
      }
      return course;
    }
  }

  @Override
  public void close() {
    // Has nothing of its own.
  }
}
