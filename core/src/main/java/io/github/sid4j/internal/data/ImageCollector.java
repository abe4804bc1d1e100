package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.FolderListing;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.format.PixelImage;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads image files with all cores, holding them to one size and finding out whether any has
 * colour. Those that are damaged or of a format that is not read are left out, so that one of them
 * does not end all.
 */
public final class ImageCollector {
  private final ImageRules rules;
  private final int side;
  private final List<PixelImage> images = new ArrayList<>();
  private final List<LabelledFile> files = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  /** Collects images as they are, or as squares of a side above 0. */
  public ImageCollector(ImageRules rules, int side) {
    this.rules = rules;
    this.side = side;
  }

  /**
   * Reads files, in order.
   *
   * @return how many could be read
   */
  public int add(List<LabelledFile> added) {
    List<Outcome> outcomes = added.parallelStream().map(this::read).toList();
    int before = images.size();
    for (int i = 0; i < added.size(); i++) {
      PixelImage image = outcomes.get(i).image;
      if (image == null) {
        refusals.add(outcomes.get(i).refusal);
      } else {
        checkSize(added.get(i), image);
        images.add(image);
        files.add(added.get(i));
      }
    }
    return images.size() - before;
  }

  private Outcome read(LabelledFile labelled) {
    try {
      return new Outcome(ImageFile.read(labelled.file(), rules, side), null);
    } catch (InputException e) {
      return new Outcome(null, e.getMessage());
    } catch (IOException e) {
      throw FolderListing.unreadable(labelled.file(), e);
    }
  }

  private void checkSize(LabelledFile labelled, PixelImage image) {
    if (!images.isEmpty() && !size(image).equals(size(images.get(0)))) {
      throw new InputException(
          labelled.file().toString(),
          size(images.get(0)) + " pixels as in " + files.get(0).file(),
          size(image),
          "have them resized by image-size=32 (or another side)");
    }
  }

  /** Those that could be read, in order. */
  public List<LabelledFile> files() {
    return files;
  }

  /** For each file that could not be read a line that says why. */
  public List<String> refusals() {
    return refusals;
  }

  /** All images, with three channels if any image has them. */
  public ByteImages images() {
    int channels = images.stream().anyMatch(PixelImage::colour) ? 3 : 1;
    Stream<byte[]> values = images.stream().map(image -> image.values(channels));
    return ByteImages.of(
        values.toList(),
        files.stream().mapToInt(LabelledFile::label).toArray(),
        channels,
        images.get(0).height(),
        images.get(0).width());
  }

  private static String size(PixelImage image) {
    return image.width() + "x" + image.height();
  }

  /** An image, or why there is none. */
  private record Outcome(@Nullable PixelImage image, @Nullable String refusal) {}
}
