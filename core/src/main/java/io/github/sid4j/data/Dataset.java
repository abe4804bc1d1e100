package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.PhotoPreparation;
import java.util.List;

/**
 * Labelled data with a training and a test part, loaded but not yet prepared. Safe for several
 * threads that only read.
 */
public interface Dataset {
  /**
   * What it is called in reports.
   *
   * @return for example {@code cifar10}
   */
  String name();

  /**
   * The names of the classes.
   *
   * @return the name of class c at index c
   */
  List<String> classNames();

  /**
   * A hash over the loaded values and labels and over where the test part begins, so that a run can
   * identify the data it saw. Computed at each call.
   *
   * @return 64 hexadecimal digits
   */
  String sha256();

  /**
   * What a reader of results should know of the data, for example that a file holds fewer examples
   * than were published.
   *
   * @return lines fit to be shown as warnings; mostly none
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * What was understood of the data, for example how each column of a table was read and which
   * files were skipped. Unlike {@link #notes}, nothing of it is a warning.
   *
   * @return in the order to show it
   */
  default List<DataFact> facts() {
    return List.of();
  }

  /**
   * Takes a validation part off the training data, class by class, and prepares all parts with what
   * is learned from the remaining training data only: mean and standard deviation of each channel
   * of images, the encoding of each column of tables. Data with a validation part of its own keeps
   * that instead, whatever the fraction.
   *
   * @param validationFraction the share of the training data to take, at least 0 and below 1
   * @param seed decides which examples are taken
   * @return the parts
   * @throws InputException if the fraction is out of range, or is above 0 and yet takes no example
   */
  Splits split(double validationFraction, long seed);

  /**
   * Those examples whose classes have the given names, with the classes in that order. A name that
   * is none of this data set's stands for a class without examples.
   *
   * @param names of the classes, each once
   * @return with {@code names} as class names
   * @throws InputException if this data set cannot do so, as those of {@link Datasets} can
   */
  default Dataset withClasses(List<String> names) {
    throw new InputException(
        "data set " + name(),
        "one whose classes can be chosen",
        getClass().getSimpleName(),
        "make it by " + Datasets.class.getSimpleName());
  }

  /**
   * The same data prepared in a way that is known already, instead of one that is learned from its
   * training part.
   *
   * @param encoding of examples of the same shape
   * @return whose {@link #split} prepares so, and refuses data that does not fit
   * @throws InputException if this data set cannot do so, as those of {@link Datasets} can
   */
  default Dataset prepared(InputEncoding encoding) {
    throw new InputException(
        "data set " + name(),
        "one that can be prepared as other data was",
        getClass().getSimpleName(),
        "make it by " + Datasets.class.getSimpleName());
  }

  /**
   * The same images, standardised by the numbers of a network that others trained instead of by
   * those of the training part.
   *
   * @param preparation whose means and deviations are taken; the size of the images stays
   * @return whose {@link #split} prepares so, and refuses data that is no images of as many
   *     channels
   * @throws InputException if this data set cannot do so, as those of {@link Datasets} can
   */
  default Dataset standardised(PhotoPreparation preparation) {
    throw new InputException(
        "data set " + name(),
        "images that can be standardised by given numbers",
        getClass().getSimpleName(),
        "make it by " + Datasets.class.getSimpleName());
  }
}
