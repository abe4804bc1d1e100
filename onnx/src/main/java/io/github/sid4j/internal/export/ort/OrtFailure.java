package io.github.sid4j.internal.export.ort;

import ai.onnxruntime.OrtException;

/** ONNX Runtime failed with what it was given, which is a fault of ours. */
final class OrtFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  OrtFailure(OrtException cause) {
    super("ONNX Runtime cannot run the model: " + cause.getMessage(), cause);
  }
}
