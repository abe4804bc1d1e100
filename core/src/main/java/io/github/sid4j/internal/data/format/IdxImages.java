package io.github.sid4j.internal.data.format;

import java.util.List;

/**
 * The grey images of an IDX file.
 *
 * @param height in pixels
 * @param width in pixels
 * @param pixels for each image its unsigned values row by row
 */
public record IdxImages(int height, int width, List<byte[]> pixels) {}
