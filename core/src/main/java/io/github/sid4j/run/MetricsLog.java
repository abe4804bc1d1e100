package io.github.sid4j.run;

import io.github.sid4j.checkpoint.AtomicFiles;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The metrics of a run's epochs, one JSON object a line: {@code metrics.jsonl}. */
public final class MetricsLog {
  // One character a byte, so that lines are cut and put together again without a change.
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Path file;

  /**
   * Names the file, which is made with the first epoch.
   *
   * @param file of the log
   */
  public MetricsLog(Path file) {
    this.file = file;
  }

  /**
   * Adds an epoch. Once this returns, it is on the medium.
   *
   * @param metrics of the epoch
   * @throws IOException when it cannot be written; the log is then as it was
   */
  public void append(EpochMetrics metrics) throws IOException {
    ByteBuffer line =
        ByteBuffer.wrap((RunJson.line(metrics) + "\n").getBytes(StandardCharsets.UTF_8));
    if (!Files.exists(file)) {
      AtomicFiles.write(file, out -> {}); // So that its name, too, outlives a power cut.
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    }
  }

  /**
   * Forgets the epochs after one, from which the run is to go on, and a last line that a killed
   * process did not finish. What stays keeps its bytes.
   *
   * @param epoch the last to keep; 0 for none
   * @throws InputException when a line before the last is not right or an epoch to keep is missing;
   *     the file is then as it was
   * @throws IOException when the file cannot be read or written
   */
  public void truncateAfter(int epoch) throws IOException {
    boolean there = Files.exists(file);
    if (!there && epoch == 0) {
      return;
    }
    String text = there ? text() : "";
    int end = text.lastIndexOf('\n') + 1;
    String whole = text.substring(0, end);
    StringBuilder kept = new StringBuilder();
    List<EpochMetrics> epochs = parse(whole);
    List<String> lines = whole.lines().toList();
    int count = 0;
    while (count < epochs.size() && epochs.get(count).epoch() <= epoch) {
      kept.append(lines.get(count++)).append('\n');
    }
    if (count != epoch) {
      throw new InputException(
          file.toString(),
          "the lines of epochs 1 to " + epoch,
          count + " of them",
          "put back the file as the run wrote it, or start the run anew");
    }
    AtomicFiles.write(file, out -> out.write(kept.toString().getBytes(BYTES)));
  }

  /**
   * Reads all epochs.
   *
   * @return in order
   * @throws InputException when there is no file, or a line is not whole, not right or out of order
   * @throws IOException when the file cannot be read
   */
  public List<EpochMetrics> read() throws IOException {
    String text;
    try {
      text = text();
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "the metrics of a run", "no file", "name a run with a finished epoch");
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new InputException(
          file + " line " + text.lines().count(),
          "a whole line",
          "one without its end",
          "resume the run, which drops it");
    }
    return parse(text);
  }

  /**
   * Reads the epochs of a run that may still be written: without a last line that has no end yet.
   *
   * @return in order; empty when there is no file yet
   * @throws InputException when a line is not right or out of order
   * @throws IOException when the file cannot be read
   */
  public List<EpochMetrics> readSoFar() throws IOException {
    String text = Files.exists(file) ? text() : "";
    return parse(text.substring(0, text.lastIndexOf('\n') + 1));
  }

  private List<EpochMetrics> parse(String text) throws IOException {
    List<EpochMetrics> epochs = new ArrayList<>();
    int last = 0;
    for (String line : text.lines().toList()) {
      String where = file + " line " + (epochs.size() + 1);
      EpochMetrics metrics = RunJson.parse(where, line.getBytes(BYTES), EpochMetrics.class);
      if (metrics.epoch() <= last) {
        throw new InputException(
            where,
            "an epoch after " + last,
            "epoch " + metrics.epoch(),
            "put back the file as the run wrote it");
      }
      last = metrics.epoch();
      epochs.add(metrics);
    }
    return List.copyOf(epochs);
  }

  private String text() throws IOException {
    return new String(Files.readAllBytes(file), BYTES);
  }
}
