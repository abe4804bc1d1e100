package io.github.sid4j.internal.model;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.ElementType;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.SafetensorsReader;
import io.github.sid4j.internal.checkpoint.TensorContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Carries named tensors between native memory and safetensors files. */
public final class TensorFiles {
  private TensorFiles() {}

  /**
   * Tensors as they can be written to a file. Each is copied out of native memory when it is its
   * turn, as it is then.
   *
   * @param tensors by name
   * @return the same, in their order
   */
  public static Map<String, TensorContent> contents(Map<String, Tensor> tensors) {
    Map<String, TensorContent> contents = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> contents.put(name, new NativeContent(tensor)));
    return contents;
  }

  private record NativeContent(Tensor tensor) implements TensorContent {
    @Override
    public ElementType type() {
      return elementType(tensor.type());
    }

    @Override
    public long[] shape() {
      return tensor.shape();
    }

    @Override
    public byte[] data() {
      return tensor.toBytes();
    }
  }

  /**
   * Overwrites tensors with stored ones, one after the other, whatever their numbers are.
   *
   * @param where the file, for messages
   * @param stored by name
   * @param into all of them, and no others
   * @throws InputException if names, shapes or types differ; then nothing was overwritten
   * @throws IOException if they lie in a file that cannot be read
   */
  public static void restore(
      String where, Map<String, ? extends TensorContent> stored, Map<String, Tensor> into)
      throws IOException {
    checkFits(where, stored, into);
    for (Map.Entry<String, Tensor> entry : into.entrySet()) {
      entry.getValue().setBytes(Objects.requireNonNull(stored.get(entry.getKey())).data());
    }
  }

  /**
   * Overwrites weights with those of a file, which is read one tensor after the other.
   *
   * @param file safetensors
   * @param into all of its tensors, and no others
   * @throws IOException if it cannot be read
   * @throws InputException if it is damaged, not of these tensors, or has a number that is not
   *     finite or a negative variance; weights before such a tensor are then overwritten
   */
  public static void restore(Path file, Map<String, Tensor> into) throws IOException {
    try (SafetensorsReader read = Safetensors.open(file)) {
      restoreWeights(file.toString(), read, into);
    }
  }

  /** The same of a file that is open. */
  public static void restoreWeights(String where, SafetensorsReader read, Map<String, Tensor> into)
      throws IOException {
    checkFits(where, read.tensors(), into);
    for (Map.Entry<String, Tensor> entry : into.entrySet()) {
      TensorContent stored = Objects.requireNonNull(read.tensors().get(entry.getKey()));
      byte[] data = stored.data();
      FiniteWeights.check(where, entry.getKey(), stored.type(), data);
      entry.getValue().setBytes(data);
    }
  }

  private static void checkFits(
      String where, Map<String, ? extends TensorContent> stored, Map<String, Tensor> into) {
    if (!stored.keySet().equals(into.keySet())) {
      throw new InputException(
          where,
          into.size() + " tensors of this network",
          difference(stored, into),
          "use the settings with which it was written");
    }
    into.forEach(
        (name, tensor) -> check(where, name, Objects.requireNonNull(stored.get(name)), tensor));
  }

  private static void check(String where, String name, TensorContent found, Tensor expected) {
    boolean fits =
        found.type() == elementType(expected.type())
            && Arrays.equals(found.shape(), expected.shape());
    if (!fits) {
      throw new InputException(
          where + " tensor " + name,
          elementType(expected.type()) + Arrays.toString(expected.shape()),
          found.type() + Arrays.toString(found.shape()),
          "use the settings with which it was written");
    }
  }

  private static String difference(
      Map<String, ? extends TensorContent> stored, Map<String, Tensor> into) {
    for (String name : into.keySet()) {
      if (!stored.containsKey(name)) {
        return stored.size() + ", none named " + name;
      }
    }
    for (String name : stored.keySet()) {
      if (!into.containsKey(name)) {
        return stored.size() + ", one named " + name;
      }
    }
    return Integer.toString(stored.size());
  }

  private static ElementType elementType(DType type) {
    return switch (type) {
      case FLOAT32 -> ElementType.F32;
      case FLOAT64 -> ElementType.F64;
      case BFLOAT16 -> ElementType.BF16;
      case INT64 -> ElementType.I64;
    };
  }
}
