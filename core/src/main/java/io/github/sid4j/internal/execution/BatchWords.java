package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.objective.NoisyLabels;
import io.github.sid4j.internal.objective.StoredBeliefs;
import io.github.sid4j.objective.Target;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Writes a batch that travels to the stages of another process, and reads it there. */
final class BatchWords {
  private BatchWords() {}

  /** The parcel of a batch; its tensors stay with their owner. */
  static Parcel parcel(BatchOnItsWay batch, double rate) {
    Target target = batch.target();
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(batch.features());
    tensors.add(batch.belief().probabilities());
    tensors.add(batch.belief().logarithms());
    tensors.addAll(target.tensors());
    return ChainWords.parcel(
        ChainWords.BATCH,
        tensors,
        out -> {
          out.writeDouble(rate);
          out.writeBoolean(target.wrong().isPresent());
          out.writeBoolean(target.weights().isPresent());
          out.writeBoolean(target.stored().isPresent());
          long[] pass = batch.pass().numbers();
          out.writeInt(pass.length);
          for (long number : pass) {
            out.writeLong(number);
          }
          MeasureWords.write(batch.measures(), out);
        });
  }

  /** A batch that has come, and the learning rate that goes with it. */
  record Received(BatchOnItsWay batch, double rate) {}

  /** Reads what {@link #parcel} wrote, behind its first byte. */
  static Received read(DataInputStream in, List<Tensor> tensors) throws IOException {
    double rate = in.readDouble();
    boolean wrong = in.readBoolean();
    boolean weighted = in.readBoolean();
    boolean stored = in.readBoolean();
    long[] pass = new long[in.readInt()];
    for (int i = 0; i < pass.length; i++) {
      pass[i] = in.readLong();
    }
    Iterator<Tensor> next = tensors.iterator();
    Tensor features = next.next();
    Belief belief = new Belief(next.next(), next.next());
    Target target =
        new Target(
            next.next(),
            next.next(),
            wrong ? Optional.of(new NoisyLabels(next.next(), next.next())) : Optional.empty(),
            weighted ? Optional.of(next.next()) : Optional.empty(),
            stored ? Optional.of(new StoredBeliefs(next.next(), next.next())) : Optional.empty());
    return new Received(
        new BatchOnItsWay(features, belief, target, Pass.of(pass), MeasureWords.read(in)), rate);
  }
}
