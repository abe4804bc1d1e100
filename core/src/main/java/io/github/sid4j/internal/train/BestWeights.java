package io.github.sid4j.internal.train;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.model.TensorFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A copy of tensors that are trained on, as they were at one time. It lies in native memory and is
 * overwritten in place, so that it never takes more than the tensors themselves do.
 */
public final class BestWeights implements AutoCloseable {
  private final Map<String, Tensor> trained;
  private final Map<String, Tensor> kept = new LinkedHashMap<>();

  public BestWeights(Map<String, Tensor> trained) {
    this.trained = trained;
  }

  /** Whether there is no copy yet. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** Copies the tensors as they are now. */
  public void keep() {
    if (kept.isEmpty()) {
      try (Scope making = Scope.open()) {
        trained.forEach((name, tensor) -> kept.put(name, making.keep(tensor.copy())));
      }
    } else {
      kept.forEach((name, tensor) -> tensor.inPlace().copy(trained(name)));
    }
  }

  private Tensor trained(String name) {
    return Objects.requireNonNull(trained.get(name));
  }

  /** Puts what was kept in the tensors' place, and keeps what was there. */
  public void swap() {
    kept.forEach(
        (name, tensor) -> {
          try (Scope swapping = Scope.open()) {
            Tensor before = tensor.copy();
            tensor.inPlace().copy(trained(name));
            trained(name).inPlace().copy(before);
          }
        });
  }

  /** Puts what was kept in the tensors' place; the copy stays. */
  public void restore() {
    into(trained);
  }

  /** Copies what was kept, or the tensors as they are before there is a copy, into others. */
  public void into(Map<String, Tensor> others) {
    Map<String, Tensor> from = kept.isEmpty() ? trained : kept;
    others.forEach((name, tensor) -> tensor.inPlace().copy(Objects.requireNonNull(from.get(name))));
  }

  /** Takes the copy from a file that {@link #write} has written. */
  public void read(Path file) throws IOException {
    keep();
    TensorFiles.restore(file, kept);
  }

  public void write(Path file) throws IOException {
    Safetensors.write(file, TensorFiles.contents(kept), Map.of());
  }

  /** Frees the copy. */
  @Override
  public void close() {
    kept.values().forEach(Tensor::close);
    kept.clear();
  }
}
