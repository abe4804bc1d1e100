package io.github.sid4j.calibrate;

import io.github.sid4j.internal.statistics.PairedLoss;
import io.github.sid4j.predict.Calibration.Outcome;

/**
 * A rule on the validation part.
 *
 * @param outcome its accuracy and cost
 * @param loss against all modules, sample by sample
 * @param right samples that it is right about
 * @param computeDeviation standard deviation over samples of the share of the multiplications
 */
record Trial(Outcome outcome, PairedLoss loss, int right, double computeDeviation) {}
