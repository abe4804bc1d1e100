package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Formats that are not read, known by how their files begin, so that a user learns what a file is
 * and what to do with it. Names are no help here: pictures are often named after another format.
 *
 * @param name with its article
 * @param beginning recognizes a file by its first bytes, as a text of ISO 8859-1
 * @param remedy as an imperative without a full stop
 */
record ForeignFormat(String name, Predicate<String> beginning, String remedy) {
  private static final String CONVERT = "save it as PNG, for example by ImageMagick: magick IN";

  private static final int LOOKED_AT = 1024;

  private static final List<ForeignFormat> KNOWN =
      List.of(
          picture("a GIF image", "gif", "GIF8"),
          new ForeignFormat(
              "a BMP image", head -> at(head, 0, "BM") && at(head, 6, "\0\0\0\0"), convert("bmp")),
          picture("a TIFF image (or a camera's raw file)", "tif", "II*\0", "MM\0*", "II+\0"),
          new ForeignFormat(
              "a WebP image", head -> at(head, 0, "RIFF") && at(head, 8, "WEBP"), convert("webp")),
          new ForeignFormat(
              "a HEIC image",
              head -> brand(head, "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"),
              "export it as JPEG or PNG, for example by: heif-convert IN.heic OUT.png"),
          new ForeignFormat("an AVIF image", head -> brand(head, "avif", "avis"), convert("avif")),
          picture("a JPEG 2000 image", "jp2", "\0\0\0\u000CjP  ", "\u00FFO\u00FFQ"),
          picture("a JPEG XL image", "jxl", "\u00FF\n", "\0\0\0\u000CJXL "),
          picture("a Photoshop image", "psd", "8BPS"),
          picture("an icon", "ico", "\0\0\1\0", "\0\0\2\0"),
          picture("an OpenEXR image", "exr", "v/1\1"),
          picture("a Radiance image", "hdr", "#?RADIANCE", "#?RGBE"),
          new ForeignFormat("a Netpbm image", ForeignFormat::netpbm, convert("pnm")),
          new ForeignFormat("a DICOM image", head -> at(head, 128, "DICM"), "export it as PNG"),
          document("a PDF document", "%PDF"),
          document("a PostScript document", "%!PS"),
          new ForeignFormat(
              "a video", head -> at(head, 4, "ftyp"), "give a picture of it, saved as PNG"),
          archive("a zip archive", 0, "PK\3\4"),
          archive("a gzip archive", 0, "\u001F\u008B"),
          archive("a tar archive", 257, "ustar"),
          new ForeignFormat(
              "macOS's data about a file",
              head -> at(head, 0, "\0\5\26\7"),
              "remove it, the image itself is the file without ._ in front"),
          new ForeignFormat(
              "a pointer of Git LFS",
              head -> at(head, 0, "version https://git-lfs"),
              "fetch the image itself: git lfs pull"),
          new ForeignFormat(
              "an SVG drawing",
              head -> markup(head) && head.contains("<svg"),
              "draw it as PNG, for example by ImageMagick: magick IN.svg OUT.png"),
          new ForeignFormat(
              "a web page",
              head ->
                  markup(head)
                      && (lower(head).contains("<html") || lower(head).contains("<!doctype html")),
              "download the image itself"),
          new ForeignFormat("a text", ForeignFormat::text, "remove it"),
          new ForeignFormat(
              "nothing but zeros",
              head -> head.chars().allMatch(c -> c == 0),
              "replace or remove it"));

  /**
   * What to answer to a file that is neither PNG nor JPEG.
   *
   * @param content of the whole file
   * @param where it came from
   */
  static InputException refusal(byte[] content, String where) {
    String expected = "a PNG or JPEG image";
    if (content.length == 0) {
      return new InputException(where, expected, "an empty file", "replace or remove it");
    }
    String head =
        new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return KNOWN.stream()
        .filter(format -> format.beginning.test(head))
        .findFirst()
        .map(format -> new InputException(where, expected, format.name, format.remedy))
        .orElseGet(() -> new InputException(where, expected, "something else", "remove it"));
  }

  private static ForeignFormat picture(String name, String ending, String... beginnings) {
    return new ForeignFormat(
        name, head -> List.of(beginnings).stream().anyMatch(head::startsWith), convert(ending));
  }

  private static ForeignFormat document(String name, String beginning) {
    return new ForeignFormat(
        name, head -> head.startsWith(beginning), "save the picture in it as PNG");
  }

  private static ForeignFormat archive(String name, int at, String mark) {
    return new ForeignFormat(name, head -> at(head, at, mark), "unpack it and give what is in it");
  }

  private static String convert(String ending) {
    return CONVERT + "." + ending + " OUT.png";
  }

  private static boolean at(String head, int place, String mark) {
    return head.startsWith(mark, place);
  }

  private static boolean brand(String head, String... brands) {
    return at(head, 4, "ftyp") && List.of(brands).stream().anyMatch(b -> at(head, 8, b));
  }

  private static boolean netpbm(String head) {
    return head.length() > 2
        && head.charAt(0) == 'P'
        && head.charAt(1) >= '1'
        && head.charAt(1) <= '7'
        && Character.isWhitespace(head.charAt(2));
  }

  private static boolean markup(String head) {
    return withoutMark(head).startsWith("<");
  }

  private static boolean text(String head) {
    return withoutMark(head)
        .chars()
        .allMatch(c -> (c >= ' ' && c != 0x7F) || (c >= '\t' && c <= '\r'));
  }

  private static String withoutMark(String head) {
    return (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).strip();
  }

  private static String lower(String head) {
    return head.toLowerCase(Locale.ROOT);
  }
}
