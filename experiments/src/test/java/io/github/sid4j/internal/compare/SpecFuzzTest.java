package io.github.sid4j.internal.compare;

import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.TextMutations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A comparison's damaged file; CONTRIBUTING.md has the command that tries for an hour. */
class SpecFuzzTest {
  @Provide
  Arbitrary<byte[]> spec() {
    return TextMutations.of(
        """
        name: all parts
        settings: {dataset: digits, epochs: 3}
        runs:
          SID: {method: sid, alpha: [0.9, 0.50]}
          backprop (SGD): {method: backprop, optimizer: sgd, lr: 0.05}
        grid:
          modules: [2, 4]
          alpha: [0.10, [0.9, 0.3], 0.9..0.3]
        seeds: [1, 7]
        undefined: keep
        memory: 1.5g
        search:
          seed: 5
          settings: {epochs: 1}
          candidates: [{lr: 0.010}, {lr: 0.1, clip: 1}]
        """);
  }

  @Property
  void spec(@ForAll("spec") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, Spec::read);
  }
}
