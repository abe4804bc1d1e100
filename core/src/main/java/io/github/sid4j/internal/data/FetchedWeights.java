package io.github.sid4j.internal.data;

import java.nio.file.Path;

/**
 * A file of a pretrained network that is kept from a download.
 *
 * @param source where it came from, without secrets
 * @param file where it is now
 * @param bytes its size
 */
public record FetchedWeights(String source, Path file, long bytes) {}
