package io.github.sid4j.internal.data;

import java.nio.file.Path;

/**
 * An image file and its class.
 *
 * @param file its path
 * @param label its class, at least 0
 */
public record LabelledFile(Path file, int label) {}
