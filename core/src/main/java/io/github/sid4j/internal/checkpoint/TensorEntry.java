package io.github.sid4j.internal.checkpoint;

/**
 * One tensor as the header of a safetensors file announces it.
 *
 * @param name of the tensor
 * @param type of the elements
 * @param shape lengths, each at least 0
 * @param begin of the first byte, counted from the end of the header
 * @param end after the last byte
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; lives only while a file is being read.
record TensorEntry(String name, ElementType type, long[] shape, long begin, long end) {}
