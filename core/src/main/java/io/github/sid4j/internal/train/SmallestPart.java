package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.OneValueException;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fewest samples that go through the network together, and whether they are enough for its
 * batch norm: of one sample with features of 1x1 pixels there is no variance.
 */
public final class SmallestPart {
  private static final Logger LOG = LoggerFactory.getLogger(SmallestPart.class);

  private final Settings settings;
  private final int samples;
  private final int shares;

  /**
   * Finds it.
   *
   * @param settings with numbers for batch and epochs
   * @param samples of the training part
   * @param shares into which each part of a batch is cut, at most
   */
  public SmallestPart(Settings settings, int samples, int shares) {
    this.settings = settings;
    this.samples = samples;
    this.shares = shares;
  }

  private int batch() {
    return Math.min(settings.get(TrainingSetting.BATCH), samples);
  }

  private int part() {
    return batch() / settings.get(TrainingSetting.ACCUMULATE);
  }

  /** How many samples it has. */
  public int size() {
    return part() / Math.min(shares, part());
  }

  /**
   * Makes sure that a cascade can be trained on it. Only a part of one sample is tried: with two
   * there are always two numbers for each channel.
   *
   * @param cascade whose statistics stay as they are
   * @param shape of one sample
   * @throws InputException if batch norm would get one number for each channel
   */
  public void check(Cascade cascade, int[] shape) {
    if (size() > 1) {
      return;
    }
    try (Scope scope = Scope.open();
        Pass training = Pass.training(0, 0);
        Pass teaching = Pass.teaching()) {
      cascade.beliefs(InputTensors.random(1, shape, cascade.device()));
    } catch (OneValueException e) {
      throw refusal(e);
    } catch (RuntimeException e) {
      // A network of one's own may not read such numbers; its first step shows what it can do.
      LOG.debug("a part of one sample could not be tried", e);
    }
  }

  /**
   * What to report of a step in which batch norm had one number for each channel.
   *
   * @param cause by the layer
   */
  public InputException refusal(OneValueException cause) {
    InputException refusal = refusal();
    refusal.initCause(cause);
    return refusal;
  }

  private InputException refusal() {
    String expected = "at least 2 samples for batch norm on features of 1x1 pixels";
    if (size() > 1) {
      return new InputException(
          "batch norm",
          "more than one number for each channel",
          "one, from %s samples".formatted(size()),
          "keep the samples apart in the network, or leave batch norm out there");
    }
    if (samples == 1) {
      return new InputException(
          "the training part",
          expected,
          "1",
          "add samples, lower validation or test-fraction, or choose a network without batch norm");
    }
    if (batch() == 1) {
      return InputException.ofSetting("batch", expected, "1", "raise batch to at least 2");
    }
    if (part() == 1) {
      return InputException.ofSetting(
          "accumulate",
          "parts of " + expected,
          "parts of 1 (%s samples in %s parts)".formatted(batch(), batch()),
          "lower accumulate to at most %s or raise batch".formatted(batch() / 2));
    }
    return InputException.ofSetting(
        "threads",
        "shares of " + expected,
        "a share of 1 (%s samples on %s threads by execution data-parallel)"
            .formatted(part(), Math.min(shares, part())),
        "lower threads to at most %s or raise batch".formatted(part() / 2));
  }
}
