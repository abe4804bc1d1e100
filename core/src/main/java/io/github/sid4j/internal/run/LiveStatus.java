package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run is at: {@code live.json}, written again about once a second while it trains, for those
 * who watch it. Nothing depends on it.
 *
 * @param time when it was written, ISO 8601 in UTC
 * @param doing {@code training}, {@code validation} or {@code test}
 * @param epoch that is trained, from 1; at the test the number of epochs
 * @param epochs of the run
 * @param stepInEpoch steps of that epoch that are done
 * @param stepsPerEpoch steps that it has
 * @param epochSeconds spent in them
 * @param samplesPerSecond training samples of that epoch by wall time; {@code null} before its
 *     first step is done
 * @param loss sum of the modules' losses over that epoch's batches so far, in nats; likewise
 * @param accuracy of each module over them, 0 to 1, in order of depth; empty likewise
 * @param residentBytes memory of the process that is in RAM; {@code null} where that is unknown
 * @param peakBytes the highest so far
 * @param heapBytes of Java's heap that are in use
 */
public record LiveStatus(
    String time,
    String doing,
    int epoch,
    int epochs,
    int stepInEpoch,
    int stepsPerEpoch,
    double epochSeconds,
    @Nullable Double samplesPerSecond,
    @Nullable Double loss,
    List<Double> accuracy,
    @Nullable Long residentBytes,
    long peakBytes,
    long heapBytes) {
  /** Checks that what must be there is, and keeps a copy that cannot be changed. */
  public LiveStatus {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(doing, "doing");
    accuracy = List.copyOf(accuracy);
  }
}
