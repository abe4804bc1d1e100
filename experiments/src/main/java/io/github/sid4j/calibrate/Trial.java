package io.github.sid4j.calibrate;

import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.statistics.PairedLoss;

/**
 * A rule on the validation part.
 *
 * @param outcome what it comes to
 * @param loss against all modules, sample by sample
 * @param right samples that it is right about
 * @param computeDeviation standard deviation over samples of the share of the multiplications
 */
record Trial(Outcome outcome, PairedLoss loss, int right, double computeDeviation) {}
