package io.github.sid4j.internal.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Lays out header and data of a safetensors file. */
final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  static void write(
      OutputStream out, Map<String, ? extends TensorContent> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata);
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    for (TensorContent tensor : tensors.values()) {
      out.write(tensor.data());
    }
  }

  private static byte[] header(
      Map<String, ? extends TensorContent> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonMapper().createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(Safetensors.METADATA);
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long begin = 0;
      for (Map.Entry<String, ? extends TensorContent> entry : tensors.entrySet()) {
        begin = describe(json, entry.getKey(), entry.getValue(), begin);
      }
      json.writeEndObject();
    }
    // Spaces behind the object, so that the data begins at a multiple of 8.
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    if (bytes.size() > Safetensors.MAX_HEADER) {
      throw new IllegalArgumentException(
          "the header takes %s bytes, the format allows %s"
              .formatted(bytes.size(), Safetensors.MAX_HEADER));
    }
    return bytes.toByteArray();
  }

  private static long describe(JsonGenerator json, String name, TensorContent tensor, long begin)
      throws IOException {
    if (name.equals(Safetensors.METADATA)) {
      throw new IllegalArgumentException(
          "no tensor can be named " + name + ", the format keeps that name for the metadata");
    }
    long[] shape = tensor.shape();
    long end = Math.addExact(begin, tensor.type().bytesOf(shape));
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", tensor.type().name());
    json.writeFieldName("shape");
    json.writeArray(shape, 0, shape.length);
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {begin, end}, 0, 2);
    json.writeEndObject();
    return end;
  }
}
