package io.github.sid4j.internal.execution;

import io.github.sid4j.internal.objective.BeliefRows;
import io.github.sid4j.internal.objective.NoiseCounts;
import io.github.sid4j.objective.Measure;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures as bytes, to the last bit. */
final class MeasureWords {
  private MeasureWords() {}

  static void write(List<Measure> measures, DataOutputStream out) throws IOException {
    out.writeInt(measures.size());
    for (Measure measure : measures) {
      out.writeDouble(measure.klTarget());
      out.writeDouble(measure.klPrevious());
      out.writeDouble(measure.loss());
      out.writeDouble(measure.floor());
      out.writeLong(measure.correct());
      out.writeDouble(measure.slack());
      out.writeLong(measure.regressed());
      out.writeLong(measure.noise().samples());
      out.writeLong(measure.noise().labelDisagreement());
      out.writeLong(measure.noise().trueLabelRecovered());
      float[] beliefs = measure.beliefs().values();
      out.writeInt(beliefs.length);
      for (float belief : beliefs) {
        out.writeFloat(belief);
      }
    }
  }

  static List<Measure> read(DataInputStream in) throws IOException {
    List<Measure> measures = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      measures.add(
          new Measure(
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readLong(),
              in.readDouble(),
              in.readLong(),
              new NoiseCounts(in.readLong(), in.readLong(), in.readLong()),
              beliefs(in)));
    }
    return measures;
  }

  private static BeliefRows beliefs(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
    return values.length == 0 ? BeliefRows.NONE : BeliefRows.of(values);
  }
}
