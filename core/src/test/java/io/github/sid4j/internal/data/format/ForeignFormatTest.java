package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormatTest {
  @ParameterizedTest
  @CsvSource({
    "gif, a GIF image, magick IN.gif OUT.png",
    "bmp, a BMP image, magick IN.bmp OUT.png",
    "tif, a TIFF image, magick IN.tif OUT.png"
  })
  void formatsThatJavaCouldReadAreNamedAndRefused(String format, String name, String remedy)
      throws IOException {
    byte[] content = Encoded.of(Encoded.picture(BufferedImage.TYPE_INT_RGB), format);
    assertThat(content).isNotEmpty();
    refused(content, name, remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "....ftypheic|a HEIC image",
        "....ftypmif1|a HEIC image",
        "....ftypavif|an AVIF image",
        "....ftypisom|a video",
        "8BPS|a Photoshop image",
        "P6 2 2 255|a Netpbm image",
        "%PDF-1.7|a PDF document",
        "%!PS-Adobe|a PostScript document",
        "<svg xmlns='http://www.w3.org/2000/svg'/>|an SVG drawing",
        "<?xml version='1.0'?><svg/>|an SVG drawing",
        " <!DOCTYPE html><html>|a web page",
        "<HTML><body>|a web page",
        "version https://git-lfs.github.com/spec/v1|a pointer of Git LFS",
        "no image|a text",
        "BMW and other words|a text"
      })
  void othersAreNamedByTheirBeginnings(String beginning, String name) {
    refused(beginning.getBytes(StandardCharsets.ISO_8859_1), name, "; ");
  }

  @Test
  void whatHasNoNameIsRefusedToo() {
    refused(new byte[0], "an empty file", "replace or remove it");
    refused(new byte[5000], "nothing but zeros", "replace or remove it");
    byte[] junk = new byte[300];
    for (int i = 0; i < junk.length; i++) {
      junk[i] = (byte) (i * 37);
    }
    junk[2] = junk[3] = 32;
    refused(junk, "something else", "leave it out");
    refused(new byte[] {'P', 'K', 3, 4}, "a zip archive", "unpack it");
    refused(new byte[] {0, 5, 0x16, 7}, "macOS's data about a file", "without ._ in front");
  }

  private static void refused(byte[] content, String name, String remedy) {
    assertThatThrownBy(() -> ImageFile.decode(content, "photo.png"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("photo.png: expected a PNG, JPEG or WebP image, found " + name)
        .hasMessageContaining(remedy);
  }
}
