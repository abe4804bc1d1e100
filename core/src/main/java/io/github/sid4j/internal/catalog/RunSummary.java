package io.github.sid4j.internal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What became of a run, as {@code sid runs} shows it.
 *
 * @param folder of the run, as it was reached
 * @param state {@code running}, {@code finished}, {@code stopped} or {@code damaged}
 * @param dataset name of the data set; null while it is not known, as the next two
 * @param method name of the training method
 * @param network name of the network; {@code auto} while it is not known which
 * @param epochsDone epochs trained
 * @param epochs of the run; null while they are not known
 * @param validationAccuracy highest on the validation part so far; null without one
 * @param testAccuracy with the weights of the best epoch; null before the run is over
 * @param bytes of all its files
 * @param checkpointBytes of its checkpoints, which are among them
 * @param started when it began, ISO 8601 in UTC
 * @param problem what is damaged; null if nothing is
 */
public record RunSummary(
    String folder,
    String state,
    @Nullable String dataset,
    @Nullable String method,
    @Nullable String network,
    int epochsDone,
    @Nullable Integer epochs,
    @Nullable Double validationAccuracy,
    @Nullable Double testAccuracy,
    long bytes,
    long checkpointBytes,
    String started,
    @Nullable String problem) {}
