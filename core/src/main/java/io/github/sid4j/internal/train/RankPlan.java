package io.github.sid4j.internal.train;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.method.StageShares;
import io.github.sid4j.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first process of a run says to the others, which read no data and measure nothing.
 *
 * @param settings of the run, with all numbers
 * @param shape of an example
 * @param classes N
 * @param precision that layers compute in
 * @param threads of each stage
 * @param shares of the processes in the stages
 * @param length of the run
 */
record RankPlan(
    Settings settings,
    List<Integer> shape,
    int classes,
    Precision precision,
    List<Integer> threads,
    StageShares shares,
    RunLength length) {
  /** Says that there is nothing to train. */
  static final Parcel NOTHING = Parcel.of();

  Parcel parcel() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Map<String, String> texts = settings.toMap();
      out.writeInt(texts.size());
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.writeUTF(text.getKey());
        out.writeUTF(text.getValue());
      }
      write(out, shape);
      out.writeInt(classes);
      out.writeUTF(precision.label());
      write(out, threads);
      write(out, shares.counts());
      out.writeInt(length.epochs());
      out.writeInt(length.stepsPerEpoch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Parcel.of(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, List<Integer> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  /** Reads what {@link #parcel} wrote; empty if there is nothing to train. */
  static Optional<RankPlan> read(Parcel parcel) {
    if (parcel.words().length == 0) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(parcel.words()))) {
      Map<String, String> texts = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        texts.put(name, in.readUTF());
      }
      return Optional.of(
          new RankPlan(
              Settings.parse(texts),
              numbers(in),
              in.readInt(),
              Precision.of(in.readUTF()),
              numbers(in),
              new StageShares(numbers(in)),
              new RunLength(in.readInt(), in.readInt())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> numbers(DataInputStream in) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      numbers.add(in.readInt());
    }
    return numbers;
  }
}
