package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes what {@link PngParts} and {@link JpegParts} let through. */
final class ImageDecoder {
  /**
   * libjpeg's word on a scan header that says something needless: nothing is lost. All its other
   * warnings are of damage, such as a lost part that is shown as grey.
   */
  private static final String HARMLESS = "Invalid SOS parameters";

  private ImageDecoder() {}

  static PixelImage png(ImageBytes bytes) {
    InputStream parts = PngParts.of(bytes);
    return decoded(bytes, parts, JdkCodecs::pngReader, reader -> RasterPixels.of(reader.read(0)));
  }

  static PixelImage jpeg(ImageBytes bytes) {
    JpegParts parts = JpegParts.of(bytes);
    // The JDK gives no image of inks, but their samples.
    Decoding decoding =
        parts.components() == 4
            ? reader -> InkPixels.of(reader.readRaster(0, null), parts.colours().ycck())
            : reader -> RasterPixels.of(reader.read(0));
    return decoded(bytes, parts.stream(), JdkCodecs::jpegReader, decoding);
  }

  private static PixelImage decoded(
      ImageBytes bytes, InputStream parts, Maker maker, Decoding decoding) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(parts)) {
      ImageReader reader = maker.make();
      try {
        reader.addIIOReadWarningListener(
            (source, warning) -> {
              if (!warning.startsWith(HARMLESS)) {
                throw bytes.damaged("damage in its data: " + warning);
              }
            });
        reader.setInput(in, true, true);
        return decoding.of(reader);
      } finally {
        reader.dispose();
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // All content is in memory, so that this is no failure of the disk; and decoders meet damage
      // with all kinds of exceptions.
      throw bytes.damaged(e);
    }
  }

  private interface Maker {
    ImageReader make() throws IOException;
  }

  private interface Decoding {
    PixelImage of(ImageReader reader) throws IOException;
  }
}
