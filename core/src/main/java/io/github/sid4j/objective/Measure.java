package io.github.sid4j.objective;

/**
 * One module's objective on one batch, before its update. Nats, means over the batch.
 *
 * @param fidelity divergence to the target, unweighted
 * @param consistency divergence to the belief before, unweighted
 * @param loss alpha fidelity + (1 - alpha) consistency
 * @param floor the least loss that any belief could have here
 * @param correct how many samples are classified rightly
 */
public record Measure(
    double fidelity, double consistency, double loss, double floor, long correct) {}
