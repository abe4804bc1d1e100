package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Examples;
import org.junit.jupiter.api.Test;

/** What is kept for an example is found by its content, in whatever part it stands. */
class ExamplesAroundTest {
  /** Recognised by one byte, and read as another number in each epoch. */
  private static final class Kept implements Examples {
    @Override
    public int size() {
      return 3;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public int label(int index) {
      return index;
    }

    @Override
    public void read(int index, float[] into, int offset) {
      into[offset] = index;
    }

    @Override
    public void readForEpoch(int index, long seed, int epoch, float[] into, int offset) {
      into[offset] = index + 10 * epoch;
    }

    @Override
    public byte[] content(int index) {
      return new byte[] {(byte) (40 + index)};
    }
  }

  @Test
  void contentAndViewsAreThoseOfTheExample() {
    Examples chosen = new ChosenExamples(new ChosenExamples(new Kept(), 2, 0), 1, 0);
    assertThat(chosen.content(0)).containsExactly(40);
    assertThat(chosen.content(1)).containsExactly(42);
    float[] view = new float[1];
    chosen.readForEpoch(1, 5, 3, view, 0);
    assertThat(view).containsExactly(32);
  }
}
