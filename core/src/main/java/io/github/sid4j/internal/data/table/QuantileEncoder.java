package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes numbers by their rank among those of training, brought to the shape of a normal
 * distribution: so a column with a long tail, or with values far away, becomes one as any other.
 * What is missing becomes the median.
 */
public final class QuantileEncoder implements NumberEncoder {
  /** Beyond so many more points bring little, and the file of a model has them all. */
  private static final int MOST_POINTS = 257;

  private static final int FEWEST_POINTS = 11;
  private static final int ROWS_OF_A_POINT = 30;

  private final double[] points;
  private final boolean marksMissing;

  /**
   * Takes what training has shown.
   *
   * @param points the quantiles of training at equal distances, in order, at least two
   * @param marksMissing whether a second number says that the value is missing
   */
  @JsonCreator
  public QuantileEncoder(
      @JsonProperty("points") List<Double> points,
      @JsonProperty("marks_missing") boolean marksMissing) {
    this.points = points.stream().mapToDouble(Double::doubleValue).toArray();
    this.marksMissing = marksMissing;
  }

  /**
   * Learns from the numbers of a training part.
   *
   * @param kept the numbers without those of the validation part; may be none
   * @param marksMissing whether training has shown missing values
   * @return the encoder
   */
  public static QuantileEncoder learn(double[] kept, boolean marksMissing) {
    int points = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, kept.length / ROWS_OF_A_POINT));
    return new QuantileEncoder(
        kept.length == 0 ? List.of(0.0, 0.0) : Quantiles.of(kept, points), marksMissing);
  }

  /**
   * The quantiles of training.
   *
   * @return at equal distances, in order
   */
  @JsonProperty("points")
  public List<Double> points() {
    return Arrays.stream(points).boxed().toList();
  }

  @Override
  @JsonProperty("marks_missing")
  public boolean marksMissing() {
    return marksMissing;
  }

  @Override
  public int inputs() {
    return 1;
  }

  @Override
  public void write(double number, float[] into, int offset) {
    int last = points.length - 1;
    if (points[0] == points[last]) {
      return;
    }
    double rank = rank(number) / last;
    // Half a step from the ends: a new extreme is no further away than the old one may have been.
    double margin = 0.5 / last;
    into[offset] = (float) NormalQuantile.of(Math.max(margin, Math.min(1 - margin, rank)));
  }

  /** The place among the points; of a number that is several of them, the middle of these. */
  private double rank(double number) {
    int last = points.length - 1;
    int low = 0;
    while (low <= last && points[low] < number) {
      low++;
    }
    if (low == 0 && points[0] > number) {
      return 0;
    }
    if (low > last) {
      return last;
    }
    if (points[low] > number) {
      return low - 1 + (number - points[low - 1]) / (points[low] - points[low - 1]);
    }
    int high = low;
    while (high < last && points[high + 1] == number) {
      high++;
    }
    return (low + high) / 2.0;
  }
}
