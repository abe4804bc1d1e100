package io.github.sid4j.internal.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of events, to which one process adds as it goes. TensorBoard reads all files of a folder
 * in the order of their names, as one run.
 */
public final class EventFile implements AutoCloseable {
  private static final Pattern NAMED = Pattern.compile("events\\.out\\.tfevents\\.(\\d+)\\.sid4j");
  private static final String VERSION = "brain.Event:2";
  private static final int SESSION_START = 1;

  private final FileChannel channel;

  private EventFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins a file that comes after all in a folder. TensorBoard drops what those report of this
   * step and later ones.
   *
   * @param folder made if it is not there
   * @param step that is the first to come
   * @return to be written to
   * @throws IOException when the file cannot be made
   */
  public static EventFile create(Path folder, long step) throws IOException {
    Files.createDirectories(folder);
    // By name the files are in the order of time, also where a clock was put back in between.
    long second = Math.max(System.currentTimeMillis() / 1000, last(folder) + 1);
    EventFile file =
        new EventFile(
            FileChannel.open(
                folder.resolve(
                    String.format(Locale.ROOT, "events.out.tfevents.%010d.sid4j", second)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE));
    file.append(event(0).text(3, VERSION));
    file.append(event(step).message(7, new Message().integer(1, SESSION_START)));
    return file;
  }

  /**
   * Writes the values of a step. Once this returns, they are on the medium.
   *
   * @param step not before that of the last call
   * @param values to be shown
   * @throws IOException when it cannot be written
   */
  public void write(long step, List<Summary> values) throws IOException {
    Message summary = new Message();
    values.forEach(value -> summary.message(1, value.value()));
    append(event(step).message(5, summary));
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void append(Message event) throws IOException {
    ByteBuffer record = Framing.of(event.toBytes());
    while (record.hasRemaining()) {
      channel.write(record);
    }
  }

  private static Message event(long step) {
    return new Message().real(1, System.currentTimeMillis() / 1e3).integer(2, step);
  }

  /** The second in the last file's name; -1 without one. */
  private static long last(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAMED.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .max()
          .orElse(-1);
    }
  }
}
