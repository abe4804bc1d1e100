package io.github.sid4j.internal.data.format;

import java.util.ArrayList;
import java.util.List;

/** Images and labels as they are collected from one or several files. */
public final class LabelledPixels {
  private final List<byte[]> pixels = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  /**
   * Appends an image.
   *
   * @param image its unsigned values row by row, channel after channel; not copied
   * @param label its class
   */
  public void add(byte[] image, int label) {
    pixels.add(image);
    labels.add(label);
  }

  /**
   * The images so far.
   *
   * @return in the order of adding
   */
  public List<byte[]> pixels() {
    return List.copyOf(pixels);
  }

  /**
   * The labels so far.
   *
   * @return in the order of adding
   */
  public int[] labels() {
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }
}
