package io.github.sid4j.internal.feature;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Features of one network that are kept.
 *
 * @param network its name
 * @param folder where they are
 * @param rows examples and views of them
 * @param bytes size on disk
 * @param used when they were last computed or read
 */
public record KeptFeatures(String network, Path folder, long rows, long bytes, Instant used) {}
