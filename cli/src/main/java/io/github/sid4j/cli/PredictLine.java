package io.github.sid4j.cli;

import io.github.sid4j.predict.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code sid predict --json} says of one thing, in one line.
 *
 * @param source the file as it was named
 * @param line of the file on which a row ends, from 1; null for images
 * @param error why there is no prediction; null if there is one
 * @param depth how many modules were computed
 * @param noneOfThese whether it is taken to be of none of the classes
 * @param top the most probable classes
 * @param beliefs by depth, a probability for each class; null unless asked for
 */
record PredictLine(
    String source,
    Long line,
    String error,
    Integer depth,
    Boolean noneOfThese,
    List<Ranked> top,
    List<List<Float>> beliefs) {
  /**
   * A class.
   *
   * @param name of the class
   * @param index of the class, from 0
   * @param probability by the last module that was computed
   */
  record Ranked(String name, int index, float probability) {}

  static PredictLine of(PredictItem item, Prediction prediction, int top, boolean beliefs) {
    return new PredictLine(
        item.source(),
        item.line(),
        null,
        prediction.depth(),
        prediction.isNoneOfThese(),
        prediction.top(top).stream()
            .map(ranked -> new Ranked(ranked.name(), ranked.index(), ranked.probability()))
            .toList(),
        beliefs
            ? IntStream.rangeClosed(1, prediction.depth())
                .mapToObj(depth -> boxed(prediction.belief(depth)))
                .toList()
            : null);
  }

  static PredictLine unreadable(PredictItem item) {
    return new PredictLine(item.source(), item.line(), item.error(), null, null, null, null);
  }

  private static List<Float> boxed(float... values) {
    List<Float> boxed = new ArrayList<>(values.length);
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
