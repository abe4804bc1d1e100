package io.github.sid4j.internal.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what was written for TensorBoard, knowing nothing of how it was written. */
final class EventFiles {
  /** CRC-32C, its polynomial reversed. */
  private static final int CASTAGNOLI = 0x82F63B78;

  private EventFiles() {}

  /** A value as it stands there. */
  record Value(
      long step,
      String tag,
      String plugin,
      List<Long> shape,
      List<Double> numbers,
      List<byte[]> strings) {}

  /** The fields of a protocol buffer, in order. */
  private record Field(int number, long integer, ByteBuffer bytes) {
    String text() {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
  }

  /** The files of a folder in the order in which TensorBoard reads them. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains("tfevents")).sorted().toList();
    }
  }

  /**
   * All values of a folder, without those that a later session takes back, by tag and step. A value
   * that is reported twice is an error.
   */
  static Map<String, Map<Long, Value>> read(Path folder) throws IOException {
    Map<String, Map<Long, Value>> all = new TreeMap<>();
    for (Path file : in(folder)) {
      List<List<Field>> events = events(file);
      assertThat(one(events.get(0), 3).text()).isEqualTo("brain.Event:2");
      for (List<Field> event : events) {
        long step = has(event, 2) ? one(event, 2).integer : 0;
        if (has(event, 7)) {
          assertThat(one(fields(one(event, 7).bytes), 1).integer).isEqualTo(1);
          all.values().forEach(steps -> steps.keySet().removeIf(earlier -> earlier >= step));
        }
        if (has(event, 5)) {
          for (Field each : fields(one(event, 5).bytes)) {
            Value value = value(step, fields(each.bytes));
            assertThat(all.computeIfAbsent(value.tag, tag -> new TreeMap<>()).put(step, value))
                .as(value.tag + " at " + step)
                .isNull();
          }
        }
      }
    }
    return all;
  }

  private static List<List<Field>> events(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<List<Field>> events = new ArrayList<>();
    while (in.hasRemaining()) {
      ByteBuffer length = take(in, 8);
      assertThat(in.getInt()).isEqualTo(masked(crc(length)));
      ByteBuffer data = take(in, (int) length.getLong(0));
      assertThat(in.getInt()).isEqualTo(masked(crc(data)));
      events.add(fields(data));
    }
    return events;
  }

  private static int masked(int crc) {
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  /** Bit by bit. */
  static int crc(ByteBuffer bytes) {
    int crc = -1;
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      crc ^= bytes.get(i) & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ CASTAGNOLI;
      }
    }
    return ~crc;
  }

  private static Value value(long step, List<Field> fields) {
    String tag = one(fields, 1).text();
    if (has(fields, 2)) {
      double number = Float.intBitsToFloat((int) one(fields, 2).integer);
      return new Value(step, tag, "scalars", List.of(), List.of(number), List.of());
    }
    List<Field> tensor = fields(one(fields, 8).bytes);
    List<Long> shape = new ArrayList<>();
    for (Field dimension : fields(one(tensor, 2).bytes)) {
      shape.add(one(fields(dimension.bytes), 1).integer);
    }
    List<Double> numbers = new ArrayList<>();
    List<byte[]> strings = new ArrayList<>();
    switch ((int) one(tensor, 1).integer) {
      case 2 -> {
        ByteBuffer content = one(tensor, 4).bytes;
        while (content.hasRemaining()) {
          numbers.add(content.getDouble());
        }
      }
      default ->
          tensor.stream()
              .filter(field -> field.number == 8)
              .forEach(
                  field -> {
                    byte[] string = new byte[field.bytes.remaining()];
                    field.bytes.get(string);
                    strings.add(string);
                  });
    }
    String plugin = one(fields(one(fields(one(fields, 9).bytes), 1).bytes), 1).text();
    return new Value(step, tag, plugin, shape, numbers, strings);
  }

  private static List<Field> fields(ByteBuffer message) {
    ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      long key = varint(in);
      int number = (int) (key >>> 3);
      fields.add(
          switch ((int) key & 7) {
            case 0 -> new Field(number, varint(in), null);
            case 1 -> new Field(number, in.getLong(), null);
            case 2 -> new Field(number, 0, take(in, (int) varint(in)));
            case 5 -> new Field(number, in.getInt(), null);
            default -> throw new IllegalStateException("no such wire type in " + key);
          });
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static ByteBuffer take(ByteBuffer in, int length) {
    ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return part;
  }

  private static boolean has(List<Field> fields, int number) {
    return fields.stream().anyMatch(field -> field.number == number);
  }

  private static Field one(List<Field> fields, int number) {
    List<Field> found = fields.stream().filter(field -> field.number == number).toList();
    assertThat(found).as("field " + number).hasSize(1);
    return found.get(0);
  }
}
