package io.github.sid4j.internal.predict;

import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.MultimodalRow;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Classifies rows of several inputs, and reads an image only where the modules before it are not
 * sure. A row that leaves before the first module of an image has the same beliefs with the image
 * as without it.
 */
public final class MultimodalAnswers {
  private final Classifier classifier;
  private final Consumer<String> refusals;
  private final boolean mayLeave;
  private int unread;

  /**
   * Prepares to answer.
   *
   * @param classifier of a model of several inputs
   * @param refusals gets a line for each image that cannot be read
   */
  public MultimodalAnswers(Classifier classifier, Consumer<String> refusals) {
    this.classifier = classifier;
    this.refusals = refusals;
    this.mayLeave = classifier.inForce().exit().kind() != ExitRule.Kind.NEVER;
  }

  /**
   * Classifies rows.
   *
   * @param rows of the classifier's encoding
   * @return what the cascade believes of each, in order
   */
  public List<Prediction> of(List<MultimodalRow> rows) {
    if (!mayLeave) {
      return classifier.classifyPrepared(rows.stream().map(this::whole).toList());
    }
    List<Prediction> answers =
        new ArrayList<>(
            classifier.classifyPrepared(rows.stream().map(MultimodalRow::values).toList()));
    List<Integer> unsure = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      MultimodalRow row = rows.get(i);
      if (answers.get(i).depth() > modulesBeforeImages(row.encoding())) {
        unsure.add(i);
      } else {
        unread += row.images().size();
      }
    }
    List<Prediction> again =
        classifier.classifyPrepared(unsure.stream().map(i -> whole(rows.get(i))).toList());
    for (int i = 0; i < again.size(); i++) {
      answers.set(unsure.get(i), again.get(i));
    }
    return answers;
  }

  private float[] whole(MultimodalRow row) {
    return row.withImages(refusals);
  }

  private static int modulesBeforeImages(MultimodalEncoding encoding) {
    int before = 0;
    while (before < encoding.inputs().size()
        && !(encoding.inputs().get(before).encoding() instanceof ImageEncoding)) {
      before++;
    }
    return before;
  }

  /** How many images were left unread so far, since the modules before them were sure. */
  public int unread() {
    return unread;
  }
}
