package io.github.sid4j.internal.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Batch;
import io.github.sid4j.error.InputException;
import io.github.sid4j.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestViewsTest {
  private static List<TestViews.View> views(String tta) {
    return TestViews.of(Settings.parse(Map.of("tta", tta))).views();
  }

  private static Batch batch(int... shape) {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    return new Batch(values, new int[1], new int[1], new int[1], 1, shape);
  }

  @Test
  void weightsSumToOne() {
    for (String tta : List.of("none", "mirror", "mirror-shift")) {
      assertThat(views(tta).stream().mapToDouble(TestViews.View::weight).sum()).isEqualTo(1);
    }
  }

  @Test
  void anImageIsMirroredAndMovedWithItsBorderReflected() {
    assertThat(new TestViews.View(0, true, 1).of(batch(1, 3, 3)).values())
        .containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
    assertThat(new TestViews.View(1, false, 1).of(batch(1, 3, 3)).values())
        .containsExactly(5, 4, 5, 2, 1, 2, 5, 4, 5);
    assertThat(new TestViews.View(-1, true, 1).of(batch(1, 3, 3)).values())
        .containsExactly(5, 6, 5, 8, 9, 8, 5, 6, 5);
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertThatThrownBy(() -> views("mirror").get(1).of(batch(9)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("tta: expected none for what is no image");
  }
}
