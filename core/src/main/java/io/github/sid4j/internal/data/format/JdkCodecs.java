package io.github.sid4j.internal.data.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JDK's own readers of PNG and JPEG and its writer of PNG. They are found by their class, so
 * that neither the JDK's readers of other formats nor those on an application's class path are ever
 * asked.
 */
final class JdkCodecs {
  private static final String PACKAGE = "com.sun.imageio.plugins.";

  // An application may take them out of the registry later on.
  private static final ImageReaderSpi PNG = provider(ImageReaderSpi.class, "png.PNGImageReaderSpi");
  private static final ImageReaderSpi JPEG =
      provider(ImageReaderSpi.class, "jpeg.JPEGImageReaderSpi");
  private static final ImageWriterSpi PNG_WRITER =
      provider(ImageWriterSpi.class, "png.PNGImageWriterSpi");
  private static final ImageWriterSpi JPEG_WRITER =
      provider(ImageWriterSpi.class, "jpeg.JPEGImageWriterSpi");

  private JdkCodecs() {}

  static ImageReader pngReader() throws IOException {
    return PNG.createReaderInstance();
  }

  static ImageReader jpegReader() throws IOException {
    return JPEG.createReaderInstance();
  }

  static ImageWriter pngWriter() {
    try {
      return PNG_WRITER.createWriterInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("no PNG writer", e);
    }
  }

  static ImageWriter jpegWriter() throws IOException {
    return JPEG_WRITER.createWriterInstance();
  }

  private static <T extends IIOServiceProvider> T provider(Class<T> category, String name) {
    Iterator<T> found =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                category, provider -> provider.getClass().getName().equals(PACKAGE + name), false);
    if (!found.hasNext()) {
      throw new IllegalStateException("this Java lacks " + PACKAGE + name + " of java.desktop");
    }
    return found.next();
  }
}
