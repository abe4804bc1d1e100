package io.github.sid4j.internal.formats.tar;

/**
 * Where the image of a sample lies in a tar file.
 *
 * @param key that its members share
 * @param offset of the image's first byte
 * @param size of the image in bytes
 */
record TarSample(String key, long offset, int size) {}
