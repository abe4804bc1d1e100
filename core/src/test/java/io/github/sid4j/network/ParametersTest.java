package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Initializer init = new Initializer(1, DType.FLOAT32);

  @Test
  void partsKeepTheOrderInWhichTheyAreNamed() {
    try (Scope scope = Scope.open()) {
      Linear layer = new Linear(2, 3, init);
      Parameters both =
          Parameters.none().and("second", layer.parameters()).and("first", layer.parameters());

      assertThat(both.byName().keySet())
          .containsExactly("second.weight", "second.bias", "first.weight", "first.bias");
      assertThatThrownBy(() -> both.and("first", layer.parameters()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("two tensors are named first.weight");
    }
  }

  @Test
  void aMapWithoutAnOrderOfItsOwnIsRefused() {
    try (Scope scope = Scope.open()) {
      Linear layer = new Linear(2, 3, init);
      Map<String, Linear> parts = Map.of("open", layer, "gate", layer);

      assertThatThrownBy(() -> Parameters.join(parts))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected a map in a fixed order, found one without, of ");
      assertThatThrownBy(() -> Parameters.joinBuffers(new HashMap<>(parts)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(Parameters.join(new TreeMap<>(parts)).byName()).hasSize(4);
      assertThat(Parameters.join(Collections.unmodifiableMap(new LinkedHashMap<>(parts))).byName())
          .hasSize(4);
      assertThat(Parameters.join(Map.of("only", layer)).byName()).hasSize(2);
    }
  }
}
