package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes tensors in the safetensors format
 * (https://huggingface.co/docs/safetensors/index#format): 8 bytes with the header's length, little
 * endian; the header, a JSON object; the data. What is written here opens in every library that
 * knows the format, and the reverse.
 */
public final class Safetensors {
  /** The longest header that the format allows, in bytes. */
  static final long MAX_HEADER = 100_000_000;

  /** The name in the header under which the free text stands. */
  static final String METADATA = "__metadata__";

  private Safetensors() {}

  /**
   * Writes a file whole or not at all. The same tensors in the same order with the same metadata
   * give the same bytes.
   *
   * @param file replaced if it is there
   * @param tensors by name, written in the map's order
   * @param metadata free text by name, written in the order of the names; may be empty
   * @throws IOException when the file cannot be written; what was there before then stays
   * @throws IllegalArgumentException when a tensor is named {@code __metadata__} or the header
   *     would be longer than the format allows
   */
  public static void write(
      Path file, Map<String, ? extends TensorContent> tensors, Map<String, String> metadata)
      throws IOException {
    AtomicFiles.write(file, out -> write(out, tensors, metadata));
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @param out where to
   * @param tensors by name, written in the map's order
   * @param metadata free text by name, written in the order of the names; may be empty
   * @throws IOException when the stream fails
   * @throws IllegalArgumentException when a tensor is named {@code __metadata__} or the header
   *     would be longer than the format allows
   */
  public static void write(
      OutputStream out, Map<String, ? extends TensorContent> tensors, Map<String, String> metadata)
      throws IOException {
    SafetensorsWriter.write(out, tensors, metadata);
  }

  /**
   * Opens a file for reading one tensor after the other, checking that header, sizes and offsets
   * account for every byte of it. The values themselves carry no check sum in this format; a {@link
   * CheckpointStore} adds one.
   *
   * @param file to read
   * @return to be closed
   * @throws InputException when there is no such file, it is damaged, is of another format, or
   *     holds an element type or a size that cannot be kept
   * @throws IOException when it cannot be read
   */
  public static SafetensorsReader open(Path file) throws IOException {
    return SafetensorsReader.open(file);
  }

  /**
   * Reads a whole file into memory, checked as by {@link #open}.
   *
   * @param file to read
   * @return tensors and metadata
   * @throws InputException when there is no such file, it is damaged, is of another format, or
   *     holds an element type or a size that cannot be kept
   * @throws IOException when it cannot be read
   */
  public static SafetensorsFile read(Path file) throws IOException {
    try (SafetensorsReader reader = open(file)) {
      Map<String, StoredTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, TensorContent> entry : reader.tensors().entrySet()) {
        tensors.put(entry.getKey(), StoredTensor.of(entry.getValue()));
      }
      return new SafetensorsFile(tensors, reader.metadata());
    }
  }
}
