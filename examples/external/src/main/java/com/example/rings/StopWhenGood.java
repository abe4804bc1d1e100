package com.example.rings;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.train.TrainingContext;
import io.github.sid4j.train.TrainingListener;

/** An own listener, which ends the training at an accuracy. */
final class StopWhenGood implements TrainingListener {
  private final double accuracy;

  StopWhenGood(double accuracy) {
    this.accuracy = accuracy;
  }

  @Override
  public void epochEnded(TrainingContext context, EpochMetrics metrics) {
    if (metrics.validationAccuracy() >= accuracy) {
      System.out.println("good enough after epoch " + metrics.epoch());
      context.finishEarly();
    }
  }
}
