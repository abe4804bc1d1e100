package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.Orientation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG file that make its pixels, checked before any decoder sees them. Profiles,
 * camera data, thumbnails, comments and whatever follows the end of the image are left out. In
 * their place stands one marker that says what the colours are, found by the rules of libjpeg, so
 * that no decoder has to guess.
 */
final class JpegParts {
  static final String SIGNATURE = "\u00FF\u00D8\u00FF";

  private static final String EXIF = "Exif\0\0";
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;

  private final ImageBytes bytes;
  private final ImagePieces pieces;
  private final JpegColours colours = new JpegColours();
  private @Nullable JpegScans scans;
  private int components;

  /** By the first camera data; null until then. */
  private @Nullable Orientation orientation;

  private JpegParts(ImageBytes bytes) {
    this.bytes = bytes;
    this.pieces = new ImagePieces(bytes.content());
  }

  /**
   * Checks a file.
   *
   * @param bytes that begin with the signature
   */
  static JpegParts of(ImageBytes bytes) {
    JpegParts parts = new JpegParts(bytes);
    parts.walk();
    return parts;
  }

  /** 1 for grey, 3 for colours, 4 for inks. */
  int components() {
    return components;
  }

  /** How it is to be turned. */
  Orientation orientation() {
    return orientation == null ? Orientation.UPRIGHT : orientation;
  }

  /** What the samples of the components mean. */
  JpegColours colours() {
    return colours;
  }

  /** The same image as a file without what does not make its pixels; to be called once. */
  InputStream stream() {
    byte[] marker = colours.marker(components);
    byte[] head = new byte[2 + marker.length];
    System.arraycopy(bytes.content(), 0, head, 0, 2);
    System.arraycopy(marker, 0, head, 2, marker.length);
    return new SequenceInputStream(new ByteArrayInputStream(head), pieces.stream());
  }

  private void walk() {
    int at = 2;
    int marker = marker(at);
    while (marker != END) {
      at = afterFill(at) + 1;
      if (!standsAlone(marker)) {
        int length = bytes.number(at, 2);
        bytes.require(at, length);
        if (length < 2) {
          throw bytes.damaged("a segment of " + length + " bytes at byte " + at);
        }
        segment(marker, at, at + length);
        at += length;
      }
      if (marker == SCAN) {
        int end = endOfScan(at);
        pieces.keep(at, end);
        at = end;
      }
      marker = marker(at);
    }
    if (scans == null) {
      throw bytes.damaged("none of its pixels");
    }
    scans.checkWhole();
    int end = afterFill(at) + 1;
    pieces.keep(end - 2, end);
  }

  /** The code behind any number of fill bytes. */
  private int marker(int at) {
    if (bytes.number(at, 1) != 0xFF) {
      throw bytes.damaged("no segment at byte " + at);
    }
    return bytes.number(afterFill(at), 1);
  }

  private int afterFill(int at) {
    int place = at;
    while (bytes.number(place, 1) == 0xFF) {
      place++;
    }
    return place;
  }

  private static boolean standsAlone(int marker) {
    return (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01;
  }

  /** Takes what lies behind a marker: its length, then its data. */
  private void segment(int marker, int at, int end) {
    switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> {
        frame(at, end, marker == 0xC2);
        keep(at, end);
      }
      case 0xC4, 0xDB, 0xDD -> keep(at, end);
      case SCAN -> {
        if (scans == null) {
          throw bytes.damaged("pixels before their size");
        }
        scans.add(at, end);
        keep(at, end);
      }
      case 0xFE -> {}
      default -> {
        if (marker < 0xE0 || marker > 0xEF) {
          throw unusual(marker);
        }
        if (scans == null || !scans.begun()) {
          colours.note(bytes, marker, at + 2, end);
          if (marker == 0xE1 && orientation == null && bytes.holds(at + 2, EXIF)) {
            orientation = ExifOrientation.of(bytes.content(), at + 2 + EXIF.length(), end);
          }
        }
      }
    }
  }

  private void keep(int at, int end) {
    pieces.keep(at - 2, end);
  }

  private void frame(int at, int end, boolean progressive) {
    if (scans != null) {
      throw bytes.damaged("two images in one");
    }
    if (bytes.number(at + 2, 1) != 8) {
      throw new InputException(
          bytes.where(),
          "a JPEG image of 8 bits a sample",
          Integer.toString(bytes.number(at + 2, 1)),
          "convert it to PNG");
    }
    bytes.checkSize(bytes.number(at + 5, 2), bytes.number(at + 3, 2));
    components = bytes.number(at + 7, 1);
    if (components != 1 && components != 3 && components != 4) {
      throw new InputException(
          bytes.where(),
          "a JPEG image of 1, 3 or 4 components",
          Integer.toString(components),
          "convert it to PNG");
    }
    if (end - at != 8 + 3 * components) {
      throw bytes.damaged("a header of " + (end - at) + " bytes");
    }
    int[] ids = new int[components];
    for (int c = 0; c < components; c++) {
      ids[c] = bytes.number(at + 8 + 3 * c, 1);
    }
    colours.components(ids);
    scans =
        new JpegScans(
            bytes, ids, progressive, (long) bytes.number(at + 3, 2) * bytes.number(at + 5, 2));
  }

  /** What follows the header of a scan ends at the first marker that is not part of it. */
  private int endOfScan(int at) {
    byte[] content = bytes.content();
    for (int i = at; i < content.length - 1; i++) {
      int next = content[i + 1] & 0xFF;
      if (content[i] == (byte) 0xFF && next != 0 && next != 0xFF && !standsAlone(next)) {
        return i;
      }
    }
    throw bytes.cutOff();
  }

  private InputException unusual(int marker) {
    boolean coding = marker >= 0xC3 && marker <= 0xCF;
    if (!coding) {
      return bytes.damaged(String.format(Locale.ROOT, "an unknown segment %02X", marker));
    }
    return new InputException(
        bytes.where(),
        "a baseline or progressive JPEG image with Huffman coding",
        "another way of coding (SOF%s)".formatted(marker - 0xC0),
        "save it again as JPEG or PNG");
  }
}
