package io.github.sid4j.internal.data.format;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.Orientation;
import io.github.sid4j.internal.data.image.Resampler;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes what {@link PngParts}, {@link JpegParts} and {@link WebpParts} let through, upright and
 * resized. Rows pass through memory one by one where the format has them in order; else the decoded
 * image is held whole, if the heap allows.
 */
final class ImageDecoder {
  /**
   * libjpeg's word on a scan header that says something needless: nothing is lost. All its other
   * warnings are of damage, such as a lost part that is shown as grey.
   */
  private static final String HARMLESS = "Invalid SOS parameters";

  private final ImageBytes bytes;
  private final WantedImage wanted;

  ImageDecoder(ImageBytes bytes, WantedImage wanted) {
    this.bytes = bytes;
    this.wanted = wanted;
  }

  PixelImage png() {
    PngParts parts = PngParts.of(bytes);
    Transparency hidden = parts.transparency();
    return decoded(
        parts.stream(),
        JdkCodecs::pngReader,
        reader ->
            wanted.isWhole() || parts.isInterlaced()
                ? whole(reader, hidden, parts.orientation())
                : streamed(reader, hidden, parts.orientation()));
  }

  PixelImage jpeg() {
    JpegParts parts = JpegParts.of(bytes);
    return decoded(
        parts.stream(),
        JdkCodecs::jpegReader,
        reader -> {
          if (parts.components() == 4) {
            return inks(reader, parts);
          }
          return wanted.isWhole()
              ? whole(reader, Transparency.NONE, parts.orientation())
              : streamed(reader, Transparency.NONE, parts.orientation());
        });
  }

  PixelImage webp() {
    WebpParts parts = WebpParts.of(bytes);
    return decoded(
        parts.stream(),
        () -> new WebPImageReaderSpi().createReaderInstance(null),
        reader -> whole(reader, Transparency.NONE, parts.orientation()));
  }

  private PixelImage streamed(ImageReader reader, Transparency hidden, Orientation orientation)
      throws IOException {
    // The first type is that of the stored samples.
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    RowPixels pixels = StoredPixels.of(type.getColorModel(), hidden, wanted.rules().background());
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    Resampler resampler = resampler(width, height, pixels, orientation);
    RowRaster raster = new RowRaster(type.getSampleModel(width, height), pixels, resampler);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(new BufferedImage(type.getColorModel(), raster, false, null));
    reader.read(0, param);
    if (!raster.isComplete()) {
      throw new IllegalStateException("this Java's decoder does not write images row by row");
    }
    return image(resampler, pixels);
  }

  private PixelImage whole(ImageReader reader, Transparency hidden, Orientation orientation)
      throws IOException {
    bytes.checkMemory(reader.getWidth(0), reader.getHeight(0), wanted.isWhole() ? 4 : 8);
    BufferedImage image = reader.read(0);
    RowPixels pixels = StoredPixels.of(image.getColorModel(), hidden, wanted.rules().background());
    return resampled(image.getRaster(), pixels, orientation);
  }

  /** The JDK gives no image of inks, but their samples. */
  private PixelImage inks(ImageReader reader, JpegParts parts) throws IOException {
    bytes.checkMemory(reader.getWidth(0), reader.getHeight(0), 4);
    Raster raster = reader.readRaster(0, null);
    return resampled(raster, new InkPixels(parts.colours().ycck()), parts.orientation());
  }

  private PixelImage resampled(Raster raster, RowPixels pixels, Orientation orientation) {
    Resampler resampler = resampler(raster.getWidth(), raster.getHeight(), pixels, orientation);
    byte[] row = new byte[pixels.channels() * raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      pixels.convert(raster, raster.getMinY() + y, row);
      resampler.row(y, row);
    }
    return image(resampler, pixels);
  }

  private Resampler resampler(int width, int height, RowPixels pixels, Orientation orientation) {
    return Resampler.of(
        width, height, pixels.channels(), orientation, wanted.rules(), wanted.side());
  }

  private static PixelImage image(Resampler resampler, RowPixels pixels) {
    return new PixelImage(
        resampler.resultHeight(),
        resampler.resultWidth(),
        pixels.channels() == 3,
        resampler.result());
  }

  private PixelImage decoded(InputStream parts, Maker maker, Decoding decoding) {
    try (ImageInputStream in = new EndingImageStream(parts)) {
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
