package io.github.sid4j.cli;

import io.github.sid4j.internal.predict.MultimodalAnswers;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers for items that could be read. */
final class PredictAnswers {
  private final Classifier classifier;
  private static final int SHOWN = 3;

  private final MultimodalAnswers ofInputs;
  private final Consumer<String> notes;
  private int refused;

  /**
   * Prepares to answer.
   *
   * @param notes gets a line for the first images of rows that cannot be read
   */
  PredictAnswers(Classifier classifier, Consumer<String> notes) {
    this.classifier = classifier;
    this.notes = notes;
    this.ofInputs = new MultimodalAnswers(classifier, this::refuse);
  }

  private void refuse(String line) {
    refused++;
    if (refused <= SHOWN) {
      notes.accept(line);
    }
  }

  /** How many images could not be read; the answers are those without them. */
  int refused() {
    return refused;
  }

  /** What to say of images that could not be read; empty if it is said. */
  Optional<String> moreRefused() {
    return refused <= SHOWN
        ? Optional.empty()
        : Optional.of(
            "%s images in all cannot be read; their rows are answered without them"
                .formatted(refused));
  }

  /** One for each, in order. */
  List<Prediction> of(List<PredictItem> items) {
    return items.stream().anyMatch(item -> item.inputs() != null)
        ? ofInputs.of(items.stream().map(PredictItem::inputs).toList())
        : classifier.classifyPrepared(items.stream().map(PredictItem::example).toList());
  }

  /** What to say of images that were not read; empty if all were. */
  Optional<String> unread() {
    int count = ofInputs.unread();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%s not read: modules before theirs were sure"
                .formatted(count == 1 ? "1 image was" : count + " images were"));
  }
}
