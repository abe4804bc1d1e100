package io.github.sid4j.internal.probe;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.run.ProbeResult.ColumnProbe;
import io.github.sid4j.random.Rng;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Permutation importance (Breiman, Machine Learning 2001), by module: the accuracy that a module
 * loses when the cells of a column change places at random.
 */
final class ColumnImportance {
  /** Rows that are measured, unless there are fewer. */
  private static final int ROWS = 5_000;

  private static final int ROUNDS = 5;

  // Separates these streams from others of the same numbers.
  private static final long PURPOSE = 0x636F6C756DL;

  private ColumnImportance() {}

  /** Of each column, the one that the last module needs most first; none of what is no table. */
  static List<ColumnProbe> of(Cascade cascade, Examples measured) {
    List<Span> spans = spans(measured.encoding().orElse(null));
    if (spans.isEmpty()) {
      return List.of();
    }
    Examples rows = ThinnedExamples.of(measured, ROWS);
    double[] before = accuracies(cascade, rows);
    List<ColumnProbe> columns = new ArrayList<>();
    for (Span span : spans) {
      List<double[]> rounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        int[] source = IntStream.range(0, rows.size()).toArray();
        Rng.of(PURPOSE, columns.size(), round).shuffle(source);
        rounds.add(accuracies(cascade, moved(rows, span, source)));
      }
      columns.add(probe(span.name, before, rounds));
    }
    int last = before.length - 1;
    columns.sort(Comparator.comparing((ColumnProbe it) -> it.losses().get(last)).reversed());
    return columns;
  }

  /** The numbers of a column in an example. */
  private record Span(String name, int from, int to) {}

  private static List<Span> spans(@Nullable InputEncoding encoding) {
    if (encoding instanceof TableEncoding table) {
      return columns(table, 0);
    }
    List<Span> spans = new ArrayList<>();
    if (encoding instanceof MultimodalEncoding several) {
      int[] offsets = several.offsets();
      for (int f = 0; f < offsets.length; f++) {
        MultimodalEncoding.Input input = several.inputs().get(f);
        if (input.encoding() instanceof TableEncoding table) {
          spans.addAll(columns(table, offsets[f] + 1));
        } else {
          // With the number that says whether it is there.
          spans.add(new Span(input.name(), offsets[f], offsets[f] + 1 + input.width()));
        }
      }
    }
    return spans;
  }

  private static List<Span> columns(TableEncoding table, int begin) {
    List<Span> spans = new ArrayList<>();
    int from = begin;
    for (TableEncoding.Column column : table.columns()) {
      spans.add(new Span(column.name(), from, from + column.width()));
      from += column.width();
    }
    return spans;
  }

  /** What the column says of an example is lost, how its numbers are distributed stays. */
  private static Examples moved(Examples rows, Span span, int... source) {
    return new ChangedExamples(
        rows,
        (index, values, offset) ->
            System.arraycopy(
                rows.values(source[index]),
                span.from,
                values,
                offset + span.from,
                span.to - span.from));
  }

  private static ColumnProbe probe(String name, double[] before, List<double[]> rounds) {
    List<Double> losses = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      int module = i;
      double mean =
          rounds.stream().mapToDouble(r -> before[module] - r[module]).average().orElse(0);
      double squares =
          rounds.stream()
              .mapToDouble(r -> before[module] - r[module] - mean)
              .map(away -> away * away)
              .sum();
      losses.add(mean);
      deviations.add(Math.sqrt(squares / (rounds.size() - 1)));
    }
    return new ColumnProbe(name, losses, deviations);
  }

  private static double[] accuracies(Cascade cascade, Examples examples) {
    int[] labels = IntStream.range(0, examples.size()).map(examples::label).toArray();
    return CascadeWalk.chosen(cascade, examples).stream()
        .mapToDouble(chosen -> RidgeProbe.accuracy(chosen, labels))
        .toArray();
  }
}
