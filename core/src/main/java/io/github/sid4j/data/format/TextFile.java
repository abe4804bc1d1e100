package io.github.sid4j.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a whole file of UTF-8, with or without a byte order mark. */
final class TextFile {
  private TextFile() {}

  static String read(Path file) throws IOException {
    return decode(Files.readAllBytes(file), file.toString());
  }

  static String decode(byte[] content, String where) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(
          where + ": expected text in UTF-8, found other bytes; save it as UTF-8", e);
    }
  }
}
