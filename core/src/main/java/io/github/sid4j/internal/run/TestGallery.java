package io.github.sid4j.internal.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Test samples of a finished run to look at: {@code gallery.json}. It holds all that a page needs,
 * so that the data need not be there.
 *
 * @param dataset the data set's name
 * @param samples of the test part
 * @param errors of these, with another answer than their class
 * @param confidentErrors the errors with the highest probability, highest first
 * @param leastSure the samples with the lowest probability of the answer, lowest first
 * @param confusions for classes with errors what they are taken for, the most frequent first
 */
public record TestGallery(
    String dataset,
    int samples,
    int errors,
    List<GallerySample> confidentErrors,
    List<GallerySample> leastSure,
    List<Confusion> confusions) {
  /** Keeps copies that cannot be changed. */
  public TestGallery {
    Objects.requireNonNull(dataset, "dataset");
    confidentErrors = AsRead.list(confidentErrors);
    leastSure = AsRead.list(leastSure);
    confusions = AsRead.list(confusions);
  }

  /**
   * A sample.
   *
   * @param index place in the test part, from 0
   * @param name by which the sample is found in the data
   * @param label name of its class
   * @param answer name of the class that the last module believes in most
   * @param probability of the answer
   * @param other name of the class that beliefs are shown of next to the label: the answer where it
   *     is wrong, else the class believed in next
   * @param picture in base64: a PNG file, or a JPEG file of at most 128 pixels; {@code null} for
   *     what is no image of one or three channels
   * @param excerpt what a person reads of a text or a row; {@code null} for what is neither, and in
   *     runs of earlier versions
   * @param modules what each module that was trained to answer believes, in order of depth
   */
  public record GallerySample(
      int index,
      String name,
      String label,
      String answer,
      double probability,
      String other,
      @Nullable String picture,
      @OptionalField @Nullable String excerpt,
      List<GalleryBelief> modules) {
    /** Keeps copies that cannot be changed. */
    public GallerySample {
      modules = AsRead.list(modules);
    }

    /** Whether the answer is another class than the label. */
    public boolean errs() {
      return !label.equals(answer);
    }
  }

  /**
   * A module's belief.
   *
   * @param index place of the module in the cascade, from 1
   * @param label its belief in the sample's class, to six decimals
   * @param other its belief in the other class, to six decimals
   */
  public record GalleryBelief(int index, double label, double other) {}

  /**
   * What a class is taken for most often.
   *
   * @param trueClass name of the class
   * @param predictedClass name of the class that it is taken for
   * @param count of its samples
   * @param samples some of them
   */
  public record Confusion(
      String trueClass, String predictedClass, int count, List<GallerySample> samples) {
    /** Keeps copies that cannot be changed. */
    public Confusion {
      samples = AsRead.list(samples);
    }
  }
}
