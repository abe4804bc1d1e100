package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that training changes in some parts of a cascade: weights, buffers, optimizers. */
final class PartState {
  private final List<Tensor> tensors = new ArrayList<>();
  private final List<OptimizerState> optimizers = new ArrayList<>();

  /**
   * Of neighbouring modules, and of the extractor with the first.
   *
   * @param from the first of them, from 0
   * @param to the one behind the last
   */
  PartState(Cascade cascade, Optimizers all, int from, int to) {
    List<String> parts =
        Stream.concat(
                from == 0 ? Stream.of("extractor") : Stream.empty(),
                IntStream.rangeClosed(from + 1, to).mapToObj(i -> "module" + i))
            .toList();
    cascade.state().byName().entrySet().stream()
        .filter(entry -> parts.contains(entry.getKey().split("\\.", 2)[0]))
        .map(Map.Entry::getValue)
        .forEach(tensors::add);
    for (String part : parts) {
      Optimizer optimizer = all.byPart().get(part);
      if (optimizer == null) {
        throw new IllegalStateException("no optimizer of " + part);
      }
      optimizers.add(optimizer.state());
      tensors.addAll(optimizer.state().tensors().values());
    }
  }

  /** As a message; the tensors stay with their owner. */
  Parcel parcel() {
    ByteBuffer steps = ByteBuffer.allocate(optimizers.size() * Long.BYTES);
    optimizers.forEach(optimizer -> steps.putLong(optimizer.steps()));
    return new Parcel(steps.array(), tensors);
  }

  /** Takes over what {@link #parcel} of another process has, and frees that. */
  void take(Parcel parcel) {
    List<Tensor> come = parcel.tensors();
    if (come.size() != tensors.size() || parcel.words().length != optimizers.size() * Long.BYTES) {
      throw new IllegalStateException(
          "expected the state of %s tensors, found that of %s"
              .formatted(tensors.size(), come.size()));
    }
    for (int i = 0; i < come.size(); i++) {
      tensors.get(i).inPlace().copy(come.get(i));
      come.get(i).close();
    }
    ByteBuffer steps = ByteBuffer.wrap(parcel.words());
    optimizers.forEach(optimizer -> optimizer.restoreSteps(steps.getLong()));
  }
}
