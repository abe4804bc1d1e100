package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.EpochMetrics;
import java.util.List;

/**
 * Ends a training whose validation accuracy does not improve any more; the cascade gets the weights
 * of its best epoch. It decides by the epochs of the run alone, those of earlier sessions included,
 * so that a run that is resumed ends after the same epoch as one that was not interrupted.
 *
 * <p>Immutable, and safe for use by several trainings and threads.
 */
public final class EarlyStopping implements TrainingListener {
  private final int patience;
  private final double smallestImprovement;

  private EarlyStopping(int patience, double smallestImprovement) {
    this.patience = patience;
    this.smallestImprovement = smallestImprovement;
  }

  /**
   * Ends a training after some epochs without an improvement.
   *
   * @param epochs at least 1
   * @return a listener
   * @throws InputException if there are fewer
   */
  public static EarlyStopping patience(int epochs) {
    if (epochs < 1) {
      throw new InputException(
          "patience", "at least 1 epoch", Integer.toString(epochs), "choose more epochs");
    }
    return new EarlyStopping(epochs, 0);
  }

  /**
   * What counts as an improvement.
   *
   * @param accuracy by which validation has to be better than before, 0 to 1; any unless given
   * @return a copy
   * @throws InputException if it is out of range
   */
  public EarlyStopping smallestImprovement(double accuracy) {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new InputException(
          "smallestImprovement",
          "an accuracy from 0 to 1",
          Double.toString(accuracy),
          "choose another");
    }
    return new EarlyStopping(patience, accuracy);
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) {
    if (start.data().validation() == 0) {
      throw new InputException(
          "early stopping",
          "data with a validation part",
          "none",
          "set validation above 0, or leave early stopping out");
    }
    decide(context);
  }

  @Override
  public void validated(TrainingContext context, EpochMetrics metrics) {
    decide(context);
  }

  private void decide(TrainingContext context) {
    if (epochsWithoutImprovement(context.epochs()) >= patience) {
      context.finishEarly();
    }
  }

  private int epochsWithoutImprovement(List<EpochMetrics> epochs) {
    double best = Double.NEGATIVE_INFINITY;
    int without = 0;
    for (EpochMetrics epoch : epochs) {
      Double accuracy = epoch.validationAccuracy();
      if (accuracy != null && accuracy > best + smallestImprovement) {
        best = accuracy;
        without = 0;
      } else {
        without++;
      }
      if (without >= patience) {
        return without; // It had ended here, whatever other settings trained after it.
      }
    }
    return without;
  }
}
