package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.format.PngFile;
import java.util.List;
import java.util.Optional;

/** Images kept as bytes and standardised as they are read. */
public class PreparedImages implements Examples {
  private final Pixels images;
  private final List<String> names;
  private final int[] indices;
  private final ImageEncoding encoding;

  /** For each channel the value of each of its 256 levels. */
  private final float[][] prepared;

  /**
   * Chooses images.
   *
   * @param images all that there are
   * @param names of all images; none where their places are their names
   * @param indices those to show
   * @param encoding of their shape
   */
  public PreparedImages(Pixels images, List<String> names, int[] indices, ImageEncoding encoding) {
    this.images = images;
    this.names = names;
    this.indices = indices;
    this.encoding = encoding;
    this.prepared = encoding.levels();
  }

  /** Where an example is among all images. */
  protected final int place(int index) {
    return indices[index];
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public int[] shape() {
    return images.shape();
  }

  @Override
  public int label(int index) {
    return images.label(indices[index]);
  }

  @Override
  public SampleId id(int index) {
    int place = indices[index];
    return names.isEmpty() ? SampleId.of(place) : new SampleId(names.get(place), "");
  }

  @Override
  public void read(int index, float[] into, int offset) {
    standardise(images.pixels(indices[index]), into, offset);
  }

  /**
   * Writes the values of an image.
   *
   * @param image of the pixels' shape
   * @param into receives as many values
   * @param offset where in {@code into} the first value goes
   */
  protected final void standardise(byte[] image, float[] into, int offset) {
    int plane = image.length / prepared.length;
    for (int c = 0; c < prepared.length; c++) {
      float[] values = prepared[c];
      for (int p = c * plane; p < (c + 1) * plane; p++) {
        into[offset + p] = values[image[p] & 0xFF];
      }
    }
  }

  /** The pixels, from which the encoding makes the values. */
  @Override
  public byte[] content(int index) {
    return images.pixels(indices[index]);
  }

  @Override
  public Optional<byte[]> png(int index) {
    return prepared.length == 1 || prepared.length == 3
        ? Optional.of(PngFile.of(images.pixels(indices[index]), images.maximum(), images.shape()))
        : Optional.empty();
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return Optional.of(encoding);
  }

  @Override
  public float[] padding() {
    float[] black = new float[prepared.length];
    for (int c = 0; c < black.length; c++) {
      black[c] = prepared[c][0];
    }
    return black;
  }
}
