package io.github.sid4j.train;

/**
 * A step that is done.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param epoch from 1
 * @param stepInEpoch from 1
 * @param loss sum of the modules' losses in nats, mean over the batch
 */
public record TrainedStep(int epoch, long stepInEpoch, double loss) {}
