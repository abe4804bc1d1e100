package io.github.sid4j.internal.data.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a decoder gets to see of an image file: the parts that make the picture and no others. */
final class ImagePieces {
  private final byte[] content;
  private final List<InputStream> pieces = new ArrayList<>();
  private int from;
  private int to;

  ImagePieces(byte[] content) {
    this.content = content;
  }

  /** Appends bytes of the file. Neighbours become one piece. */
  void keep(int begin, int end) {
    if (begin != to) {
      close();
      from = begin;
    }
    to = end;
  }

  /** All of them in a row; to be called once, after the last was appended. */
  InputStream stream() {
    close();
    return new SequenceInputStream(Collections.enumeration(pieces));
  }

  private void close() {
    if (to > from) {
      pieces.add(new ByteArrayInputStream(content, from, to - from));
    }
    from = to;
  }
}
