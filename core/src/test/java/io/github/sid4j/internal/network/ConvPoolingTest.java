package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ConvPoolingTest {
  @Property(tries = 60)
  void itGivesAsManyNumbersAsItSaysForImagesOfAnyShape(
      @ForAll @IntRange(min = 2, max = 20) int height,
      @ForAll @IntRange(min = 2, max = 20) int width) {
    try (Scope scope = Scope.open()) {
      ConvPooling pooling = new ConvPooling(3, 5, new Initializer(1, DType.FLOAT32));
      Tensor y = pooling.forward(Tensor.full(1, DType.FLOAT32, 2, 3, height, width));
      assertThat(y.shape()).containsExactly(2, ConvPooling.features(5));
    }
  }
}
