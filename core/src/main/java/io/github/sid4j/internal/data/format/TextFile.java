package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a whole file of UTF-8, with or without a byte order mark. */
public final class TextFile {
  private static final String REMEDY = "save it as UTF-8";

  private TextFile() {}

  static String read(Path file) throws IOException {
    return decode(bytes(file), file.toString());
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (FileSystemException e) {
      throw FolderListing.unreadable(file, e);
    }
  }

  public static String decode(byte[] content, String where) {
    if (content.length >= 2 && isUtf16(content[0] & 0xFF, content[1] & 0xFF)) {
      throw new InputException(where, "text in UTF-8", "UTF-16", REMEDY);
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(content);
    // No text of UTF-8 has more characters than bytes.
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      throw new InputException(
          where + " line " + line(text),
          "text in UTF-8",
          String.format(
              Locale.ROOT, "the byte 0x%02X of another encoding", content[bytes.position()]),
          REMEDY);
    }
    String whole = text.toString();
    int zero = whole.indexOf('\0');
    if (zero >= 0) {
      throw new InputException(
          where + " line " + line(text.subSequence(0, zero)),
          "text in UTF-8",
          "a zero byte, as in UTF-16 or in a file that is no text",
          REMEDY);
    }
    return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
  }

  private static boolean isUtf16(int first, int second) {
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
  }

  private static long line(CharSequence before) {
    return 1 + before.chars().filter(c -> c == '\n').count();
  }
}
