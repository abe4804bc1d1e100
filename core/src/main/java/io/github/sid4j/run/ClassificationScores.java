package io.github.sid4j.run;

import org.jspecify.annotations.Nullable;

/**
 * How good the answers of the last module are over all classes. A class that has no value does not
 * count in a mean, and a mean of no classes is null.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param balancedAccuracy mean recall of the classes that have samples, 0 to 1
 * @param macroF1 mean F1 of the classes that have samples or were answered, 0 to 1
 * @param logLoss mean of {@code -ln p(true class)} in nats, from the logarithms that the model
 *     computes, which are not clipped; null without samples
 * @param auc mean over the classes of {@link ClassResult#auc}, 0 to 1
 */
public record ClassificationScores(
    @Nullable Double balancedAccuracy,
    @Nullable Double macroF1,
    @Nullable Double logLoss,
    @Nullable Double auc) {}
