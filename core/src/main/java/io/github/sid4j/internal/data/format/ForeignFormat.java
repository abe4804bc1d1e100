package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Formats that are not read, known by how their files begin, so that a user learns what a file is
 * and what to do with it. Names are no help here: pictures are often named after another format.
 *
 * @param name with its article
 * @param beginning recognizes a file by its first bytes, as a text of ISO 8859-1
 * @param remedy as an imperative without a full stop
 */
record ForeignFormat(String name, Predicate<String> beginning, String remedy) {
  /** What is read. */
  static final String EXPECTED = "a PNG, JPEG or WebP image";

  private static final String CONVERT = "save it as PNG, for example by ImageMagick: magick IN";

  private static final int LOOKED_AT = 1024;

  private static final List<ForeignFormat> PICTURES =
      List.of(
          picture("a GIF image", "gif", "GIF8"),
          new ForeignFormat(
              "a BMP image", head -> at(head, 0, "BM") && at(head, 6, "\0\0\0\0"), convert("bmp")),
          picture("a TIFF image (or a camera's raw file)", "tif", "II*\0", "MM\0*", "II+\0"),
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
          new ForeignFormat("a DICOM image", head -> at(head, 128, "DICM"), "export it as PNG"));

  private static final ForeignFormat RENAMED =
      new ForeignFormat(
          "an image under another name",
          head ->
              head.startsWith(PngParts.SIGNATURE)
                  || head.startsWith(JpegParts.SIGNATURE)
                  || (at(head, 0, "RIFF") && at(head, 8, "WEBP")),
          "have its name end in .png, .jpg or .webp");

  private static final List<ForeignFormat> OTHERS =
      List.of(
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
          new ForeignFormat("a text", ForeignFormat::text, "leave it out"),
          new ForeignFormat(
              "nothing but zeros",
              head -> head.chars().allMatch(c -> c == 0),
              "replace or remove it"));

  /**
   * What to answer to a file that is neither PNG nor JPEG nor WebP.
   *
   * @param content of the whole file
   * @param where it came from
   */
  static InputException refusal(byte[] content, String where) {
    if (content.length == 0) {
      return new InputException(where, EXPECTED, "an empty file", "replace or remove it");
    }
    String head = head(content);
    return Stream.concat(PICTURES.stream(), OTHERS.stream())
        .filter(format -> format.beginning.test(head))
        .findFirst()
        .map(format -> new InputException(where, EXPECTED, format.name, format.remedy))
        .orElseGet(() -> new InputException(where, EXPECTED, "something else", "leave it out"));
  }

  /**
   * What a picture is that is not named like one that is read.
   *
   * @param file of any kind
   * @return empty if it is no picture, or cannot be read
   */
  static Optional<ForeignFormat> ofPicture(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = head(in.readNBytes(LOOKED_AT));
      return Stream.concat(PICTURES.stream(), Stream.of(RENAMED))
          .filter(format -> format.beginning.test(head))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String head(byte... content) {
    return new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
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
