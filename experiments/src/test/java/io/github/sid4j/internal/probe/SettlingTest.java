package io.github.sid4j.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  @Test
  void aSampleIsSettledFromTheModuleOnAfterWhichItsClassNeverChanges() {
    // By sample: from the first on; from the second on; changed, and back at the third.
    double[] settled =
        Settling.of(List.of(new long[] {1, 2, 0}, new long[] {1, 0, 2}, new long[] {1, 0, 0}));
    assertThat(settled).containsExactly(new double[] {1 / 3.0, 2 / 3.0, 1}, within(1e-12));
  }
}
