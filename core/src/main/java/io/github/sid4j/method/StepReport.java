package io.github.sid4j.method;

import io.github.sid4j.objective.Measure;
import java.util.List;

/**
 * What one step measured.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param loss that was minimised, in nats, mean over the batch
 * @param samples in the batch
 * @param modules every module's local objective, in order of depth, whether it was minimised or not
 */
public record StepReport(double loss, long samples, List<Measure> modules) {
  /** What a batch measured, from what the parts did that it was cut into. */
  public static StepReport join(List<StepReport> parts) {
    List<Long> samples = parts.stream().map(StepReport::samples).toList();
    long all = samples.stream().mapToLong(Long::longValue).sum();
    double loss = parts.stream().mapToDouble(part -> part.loss * part.samples).sum() / all;
    return new StepReport(
        loss, all, Measure.join(parts.stream().map(StepReport::modules).toList(), samples));
  }
}
