package io.github.sid4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.MlpModule;
import io.github.sid4j.engine.DType;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.network.SimpleCnn;
import io.github.sid4j.testkit.SmallCascade;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlopsTest {
  private final Initializer init = new Initializer(1, DType.FLOAT32);

  private List<BeliefModule> modules(int count, int classes, int features, int hidden) {
    return IntStream.range(0, count)
        .<BeliefModule>mapToObj(i -> new MlpModule(classes, features, hidden, init))
        .toList();
  }

  @Test
  void ofTwoLinearLayersAndOneModuleAreThoseCountedByHand() {
    // 4 samples. Extractor 6 -> 8 -> 5: 48 + 40 products; module 3 + 5 -> 7 -> 3: 56 + 21.
    Cascade cascade = new Cascade(new Mlp(6, 8, 5, init), modules(1, 3, 5, 7), 3);
    long forward = 2 * (48 + 40 + 56 + 21);
    long ofWeights = 2 * (48 + 40 + 56 + 21);
    long ofInputs = 2 * (40 + 56 + 21);
    assertThat(Flops.ofStep(cascade, List.of(1, 2, 3), 4))
        .hasValue(4 * (forward + ofWeights + ofInputs));
  }

  @Test
  void ofTheAuthorsNetworkOnCifarAreThoseCountedByHand() {
    Cascade cascade = new Cascade(new SimpleCnn(3, 128, init), modules(10, 10, 128, 256), 10);
    long conv1 = 32L * 32 * 9 * 3 * 32;
    long conv2 = 32L * 32 * 9 * 32 * 64;
    long conv3 = 16L * 16 * 9 * 64 * 128;
    long conv4 = 16L * 16 * 9 * 128 * 128;
    long fc = 128L * 128;
    long module = 138L * 256 + 256L * 10;
    long products = conv1 + conv2 + conv3 + conv4 + fc + 10 * module;
    assertThat(Flops.ofStep(cascade, List.of(3, 32, 32), 128))
        .hasValue(128 * (6 * products - 2 * conv1))
        .hasValue(58_738_606_080L);
  }

  @Test
  void ofPartsThatAreNotKnownAreNotGuessed() {
    assertThat(Flops.ofStep(SmallCascade.STAGED.create(init), List.of(1, 2, 3), 4)).isEmpty();
    assertThat(Flops.ofStep(SmallCascade.STAGED_ON_TRUNK.create(init), List.of(1, 2, 3), 4))
        .isEmpty();
  }
}
