package io.github.sid4j.internal.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each level stands in each channel of images. Counting is exact, so what follows from it
 * does not depend on the order of the images. Not safe for several threads.
 */
public final class ChannelLevels {
  private static final int LEVELS = 256;

  private final long[][] counts;

  /** Counts nothing yet. */
  public ChannelLevels(int channels) {
    this(new long[channels][LEVELS]);
  }

  private ChannelLevels(long[]... counts) {
    this.counts = counts;
  }

  /** Counts that are known, by channel and level. */
  public static ChannelLevels of(long[]... counts) {
    ChannelLevels levels = new ChannelLevels(counts.length);
    levels.add(new ChannelLevels(counts), 1);
    return levels;
  }

  /** The counts by channel and level, a copy. */
  public long[][] counts() {
    long[][] copy = new long[counts.length][];
    for (int c = 0; c < copy.length; c++) {
      copy[c] = counts[c].clone();
    }
    return copy;
  }

  /**
   * Counts an image.
   *
   * @param image unsigned levels, channel after channel
   */
  public void add(byte... image) {
    int plane = image.length / counts.length;
    for (int c = 0; c < counts.length; c++) {
      for (int p = c * plane; p < (c + 1) * plane; p++) {
        counts[c][image[p] & 0xFF]++;
      }
    }
  }

  /**
   * Counts what others counted.
   *
   * @param others of as many channels, or of one that stands for all
   * @param times 1, or -1 to take them away
   */
  public void add(ChannelLevels others, int times) {
    for (int c = 0; c < counts.length; c++) {
      long[] counted = others.counts[others.counts.length == 1 ? 0 : c];
      for (int level = 0; level < LEVELS; level++) {
        counts[c][level] += times * counted[level];
      }
    }
  }

  /**
   * The mean of each channel.
   *
   * @param maximum the level of full brightness
   * @return of levels divided by the maximum
   */
  public List<Double> means(int maximum) {
    List<Double> means = new ArrayList<>();
    for (long[] channel : counts) {
      means.add(mean(channel, maximum));
    }
    return means;
  }

  /**
   * The standard deviation of each channel.
   *
   * @param maximum the level of full brightness
   * @return of levels divided by the maximum; 1 for a channel that never varies
   */
  public List<Double> deviations(int maximum) {
    List<Double> deviations = new ArrayList<>();
    for (long[] channel : counts) {
      deviations.add(deviation(channel, mean(channel, maximum), maximum));
    }
    return deviations;
  }

  private static double mean(long[] counts, int maximum) {
    double total = 0;
    double sum = 0;
    for (int level = 0; level < LEVELS; level++) {
      total += counts[level];
      sum += counts[level] * (level / (double) maximum);
    }
    return sum / total;
  }

  private static double deviation(long[] counts, double mean, int maximum) {
    double total = 0;
    double squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      double distance = level / (double) maximum - mean;
      total += counts[level];
      squares += counts[level] * distance * distance;
    }
    // A channel that never varies has no deviation to divide by.
    return squares > 0 ? Math.sqrt(squares / total) : 1;
  }
}
