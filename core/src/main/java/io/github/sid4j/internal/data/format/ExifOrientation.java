package io.github.sid4j.internal.data.format;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import io.github.sid4j.internal.data.image.Orientation;
import java.util.Arrays;

/** How a photo is to be turned, as its Exif data says. */
final class ExifOrientation {
  private ExifOrientation() {}

  /**
   * Reads the tag of the photo itself; its thumbnail may have another one. Data without a tag, or
   * damaged, means that the photo is upright: it takes no part in the pixels.
   *
   * @param content of the file
   * @param from where the data begins, behind any {@code Exif\0\0}
   * @param end behind it
   */
  static Orientation of(byte[] content, int from, int end) {
    Metadata metadata = new Metadata();
    try {
      new ExifReader()
          .extract(new ByteArrayReader(Arrays.copyOfRange(content, from, end)), metadata);
    } catch (RuntimeException e) {
      return Orientation.UPRIGHT;
    }
    ExifIFD0Directory photo = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer tag = photo == null ? null : photo.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return tag == null ? Orientation.UPRIGHT : Orientation.ofTag(tag);
  }
}
