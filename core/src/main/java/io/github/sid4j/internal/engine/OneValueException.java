package io.github.sid4j.internal.engine;

import java.util.Arrays;

/** Batch norm in training has one number for each channel, of which there is no variance. */
public final class OneValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public OneValueException(long[] shape) {
    super(
        "batch norm in training expected input of more than one number for each channel, found "
            + Arrays.toString(shape));
  }
}
