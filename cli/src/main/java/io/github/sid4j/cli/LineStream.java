package io.github.sid4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on what is written, line by line: libraries that log know only a stream of bytes. */
final class LineStream extends OutputStream {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<String> lines;

  /**
   * Begins a stream.
   *
   * @param lines gets every line of UTF-8 without its end
   */
  LineStream(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int octet) {
    if (octet == '\n') {
      // The stack of an exception that nobody caught is indented by tabs.
      lines.accept(line.toString(StandardCharsets.UTF_8).replace("\t", "    "));
      line.reset();
    } else if (octet != '\r') {
      line.write(octet);
    }
  }
}
