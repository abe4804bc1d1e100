package io.github.sid4j.method;

import io.github.sid4j.objective.Measure;
import java.util.List;

/**
 * What one step measured.
 *
 * @param loss that was minimised, in nats, mean over the batch
 * @param samples in the batch
 * @param modules every module's local objective, in order of depth, whether it was minimised or not
 */
public record StepReport(double loss, long samples, List<Measure> modules) {}
