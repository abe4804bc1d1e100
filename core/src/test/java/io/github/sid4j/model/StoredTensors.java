package io.github.sid4j.model;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.checkpoint.TensorContent;
import io.github.sid4j.internal.model.TensorFiles;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tensors as a file would hold them, to be compared with what one holds. */
public final class StoredTensors {
  private StoredTensors() {}

  /** Copies tensors as they are now. */
  public static Map<String, StoredTensor> of(Map<String, Tensor> tensors) throws IOException {
    Map<String, StoredTensor> stored = new LinkedHashMap<>();
    for (Map.Entry<String, TensorContent> entry : TensorFiles.contents(tensors).entrySet()) {
      stored.put(entry.getKey(), StoredTensor.of(entry.getValue()));
    }
    return stored;
  }
}
