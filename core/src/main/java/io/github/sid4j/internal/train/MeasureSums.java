package io.github.sid4j.internal.train;

import io.github.sid4j.internal.objective.Bounds;
import io.github.sid4j.internal.run.OptionalField;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.NoiseMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The measures of every module, added up over batches by their number of samples. A record of
 * arrays that survives a checkpoint in the middle of an epoch without losing a bit.
 *
 * @param samples added so far
 * @param correct by module
 * @param klTarget by module, times samples; the others likewise
 * @param klPrevious by module
 * @param loss by module
 * @param floor by module
 * @param slack by module; {@code null} of an epoch that was begun before it was measured
 * @param regressed samples by module; likewise
 * @param noisy samples with a noisy label, one number
 * @param labelDisagreement of these by module
 * @param trueLabelRecovered of these by module
 */
// The arrays are the sums themselves; two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record MeasureSums(
    long[] samples,
    long[] correct,
    double[] klTarget,
    double[] klPrevious,
    double[] loss,
    double[] floor,
    @OptionalField double[] slack,
    @OptionalField long[] regressed,
    @OptionalField long[] noisy,
    @OptionalField long[] labelDisagreement,
    @OptionalField long[] trueLabelRecovered) {
  /** Puts zeros for what progress from before it was measured does not have and can only be 0. */
  public MeasureSums {
    int modules = correct == null ? 0 : correct.length;
    boolean begun = samples != null && samples.length == 1 && samples[0] > 0;
    slack = slack == null && !begun ? new double[modules] : slack;
    regressed = regressed == null && !begun ? new long[modules] : regressed;
    noisy = noisy == null ? new long[1] : noisy;
    labelDisagreement = labelDisagreement == null ? new long[modules] : labelDisagreement;
    trueLabelRecovered = trueLabelRecovered == null ? new long[modules] : trueLabelRecovered;
  }

  public static MeasureSums zero(int modules) {
    return new MeasureSums(
        new long[1],
        new long[modules],
        new double[modules],
        new double[modules],
        new double[modules],
        new double[modules],
        new double[modules],
        new long[modules],
        new long[1],
        new long[modules],
        new long[modules]);
  }

  public void add(List<Measure> modules, long batch) {
    samples[0] += batch;
    noisy[0] += modules.get(0).noise().samples();
    for (int i = 0; i < modules.size(); i++) {
      Measure m = modules.get(i);
      correct[i] += m.correct();
      klTarget[i] += m.klTarget() * batch;
      klPrevious[i] += m.klPrevious() * batch;
      loss[i] += m.loss() * batch;
      floor[i] += m.floor() * batch;
      if (hasSlack()) {
        slack[i] += m.slack() * batch;
        regressed[i] += m.regressed();
      }
      labelDisagreement[i] += m.noise().labelDisagreement();
      trueLabelRecovered[i] += m.noise().trueLabelRecovered();
    }
  }

  /** Whether slack and regressed were measured over all of the samples. */
  public boolean hasSlack() {
    return slack != null && regressed != null;
  }

  /** The means, in order of depth. */
  public List<BeliefMetrics> means(Bounds bounds) {
    double n = samples[0];
    double[] telescoped =
        hasSlack() ? bounds.telescoped(each(klPrevious), each(slack)) : new double[0];
    double[] atBest = bounds.atBest();
    List<BeliefMetrics> means = new ArrayList<>(correct.length);
    for (int i = 0; i < correct.length; i++) {
      means.add(
          new BeliefMetrics(
              correct[i] / n,
              klTarget[i] / n,
              klPrevious[i] / n,
              loss[i] / n,
              (loss[i] - floor[i]) / n,
              hasSlack() ? regressed[i] / n : null,
              hasSlack() ? slack[i] / n : null,
              hasSlack() ? telescoped[i] : null,
              atBest[i]));
    }
    return means;
  }

  private double[] each(double[] sums) {
    return Arrays.stream(sums).map(sum -> sum / samples[0]).toArray();
  }

  /** How a module answers noisy labels. */
  public NoiseMetrics noise(int module) {
    double n = noisy[0];
    return n == 0
        ? new NoiseMetrics(0, null, null)
        : new NoiseMetrics(noisy[0], labelDisagreement[module] / n, trueLabelRecovered[module] / n);
  }
}
