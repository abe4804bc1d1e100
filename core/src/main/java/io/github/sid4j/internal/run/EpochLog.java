package io.github.sid4j.internal.run;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.io.input.ReversedLinesFileReader;

/**
 * A file to which every epoch of a run adds a line: a JSON object.
 *
 * @param <T> the record that a line holds
 */
final class EpochLog<T extends Record> {
  // One character a byte, so that lines are cut and put together again without a change.
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Path file;
  private final Class<T> type;
  private final ToIntFunction<T> epoch;

  EpochLog(Path file, Class<T> type, ToIntFunction<T> epoch) {
    this.file = file;
    this.type = type;
    this.epoch = epoch;
  }

  /** Adds a line. Once this returns, it is on the medium; if it fails, the file is as it was. */
  void append(T line) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap((RunJson.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    if (!Files.exists(file)) {
      AtomicFiles.write(file, out -> {}); // So that its name, too, outlives a power cut.
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    }
  }

  /** Every character of the file; nothing where there is no file. */
  String text() throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), BYTES) : "";
  }

  /** Without a last line that has no end yet. */
  static String whole(String text) {
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  /**
   * Reads lines.
   *
   * @throws InputException when one is not right or out of order
   */
  List<T> parse(String text) {
    List<T> epochs = new ArrayList<>();
    int last = 0;
    for (String line : text.lines().toList()) {
      String where = file + " line " + (epochs.size() + 1);
      T read = RunJson.parse(where, line.getBytes(BYTES), type);
      int number = epoch.applyAsInt(read);
      if (number <= last) {
        throw new InputException(
            where,
            "an epoch after " + last,
            "epoch " + number,
            "put back the file as the run wrote it");
      }
      last = number;
      epochs.add(read);
    }
    return List.copyOf(epochs);
  }

  /** The last line; empty where there is none. Reads the end of the file alone. */
  Optional<T> last() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (ReversedLinesFileReader lines =
        ReversedLinesFileReader.builder().setPath(file).setCharset(BYTES).get()) {
      return Optional.ofNullable(lines.readLine())
          .map(line -> RunJson.parse(file + " last line", line.getBytes(BYTES), type));
    }
  }

  /** How many lines there are before the first one that is not right or of a later epoch. */
  int countTo(int last) throws IOException {
    int count = 0;
    for (String line : whole(text()).lines().toList()) {
      try {
        List<T> read = parse(line);
        if (read.size() != 1 || epoch.applyAsInt(read.get(0)) > last) {
          return count;
        }
      } catch (InputException e) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** Keeps the first lines alone, and their bytes. */
  void keep(int lines) throws IOException {
    StringBuilder kept = new StringBuilder();
    whole(text()).lines().limit(lines).forEach(line -> kept.append(line).append('\n'));
    AtomicFiles.write(file, out -> out.write(kept.toString().getBytes(BYTES)));
  }
}
