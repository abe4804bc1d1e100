package io.github.sid4j.internal.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * A quantity over epochs or modules, of several runs: their mean, and from where to where they go.
 */
public final class Curve {
  private final TreeMap<Integer, List<Double>> values = new TreeMap<>();

  /** Begins without any. */
  public Curve() {}

  /**
   * Adds a value of one run.
   *
   * @param at the epoch or module
   * @param value passed over if it is {@code null} or not finite
   */
  public void add(int at, Double value) {
    if (value != null && Double.isFinite(value)) {
      values.computeIfAbsent(at, place -> new ArrayList<>()).add(value);
    }
  }

  /**
   * Whether nothing was added.
   *
   * @return true if there is nothing to draw
   */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  int first() {
    return values.firstKey();
  }

  int last() {
    return values.lastKey();
  }

  /** Whether it is of more than one run, so that there is something to draw a band from. */
  boolean isOfSeveral() {
    return values.values().stream().anyMatch(all -> all.size() > 1);
  }

  List<Double> places() {
    return values.keySet().stream().map(Integer::doubleValue).toList();
  }

  List<Double> means() {
    return values.values().stream().map(all -> stream(all).average().orElseThrow()).toList();
  }

  List<Double> lows() {
    return values.values().stream().map(all -> stream(all).min().orElseThrow()).toList();
  }

  List<Double> highs() {
    return values.values().stream().map(all -> stream(all).max().orElseThrow()).toList();
  }

  private static DoubleStream stream(List<Double> all) {
    return all.stream().mapToDouble(Double::doubleValue);
  }
}
