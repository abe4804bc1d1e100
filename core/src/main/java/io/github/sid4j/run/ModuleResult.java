package io.github.sid4j.run;

/**
 * One module on the test part, with the weights of the last epoch.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param index from 1
 * @param testAccuracy of its belief, 0 to 1
 * @param klTarget divergence to the target in nats, mean over the test part
 * @param klPrevious divergence to the belief before in nats, mean over the test part
 */
public record ModuleResult(int index, double testAccuracy, double klTarget, double klPrevious) {}
