package io.github.sid4j.internal.formats;

import io.github.sid4j.internal.data.ChannelLevels;

/**
 * What one pass over all images found.
 *
 * @param samples where those that can be used are in the store
 * @param labels their classes
 * @param channels 3 if any image has colour, else 1
 * @param height of all, in pixels
 * @param width of all, in pixels
 * @param training the levels of the images of the training part's files
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
record ScannedImages(
    int[] samples, int[] labels, int channels, int height, int width, ChannelLevels training) {}
