package io.github.sid4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.CascadeSize;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many numbers a cascade for images has.
 *
 * @param counted before it is made
 * @param made in its tensors
 */
public record CountedCascade(long counted, long made) {
  private static final int[] IMAGE = {3, 32, 32};

  private static final long GIGABYTE = 1_000_000_000;

  /** The shape of an example. */
  public static int[] image() {
    return IMAGE.clone();
  }

  /** Settings of one line, such as {@code network=mlp modules=3}. */
  public static Settings settings(String words) {
    Map<String, String> texts =
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return Settings.parse(texts);
  }

  /** Counts the cascade of settings and makes it. */
  public static CountedCascade of(String words) {
    Settings settings = settings(words);
    long counted = new CascadeSize(GIGABYTE, GIGABYTE).check(settings, 1, IMAGE, 7);
    Initializer init = new Initializer(1, DType.FLOAT32);
    try (Cascade cascade = Cascades.create(settings, IMAGE, 7, init)) {
      return new CountedCascade(
          counted, cascade.state().tensors().stream().mapToLong(Tensor::count).sum());
    }
  }

  /** Asserts that the cascade of settings is refused in one line. */
  public static void assertRefused(String words) {
    Settings settings = settings(words);
    Initializer init = new Initializer(1, DType.FLOAT32);
    assertThatThrownBy(() -> Cascades.create(settings, IMAGE, 10, init))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected ")
        .hasMessageContaining("choose smaller numbers")
        .hasMessageNotContaining("\n");
  }
}
