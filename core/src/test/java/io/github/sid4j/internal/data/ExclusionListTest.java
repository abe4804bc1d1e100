package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.table.Standardiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionListTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  @TempDir private Path temp;

  /** Samples called after their part and place, of both classes in turn. */
  private static Examples part(String name, int size) {
    float[][] rows = new float[size][1];
    Arrays.setAll(rows, i -> new float[] {i});
    return new EncodedRows(
        List.of(rows),
        IntStream.range(0, size).map(i -> i % 2).toArray(),
        new RowEncoding(List.of(new Standardiser(0, 1))),
        i -> new SampleId(name + i, "c" + i));
  }

  private static Splits data() {
    return new Splits(part("a", 6), part("v", 4), part("t", 4));
  }

  private ExclusionList list(String... lines) throws IOException {
    Path file = temp.resolve("list.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return ExclusionList.read(file);
  }

  private static List<String> names(Examples part) {
    return IntStream.range(0, part.size()).mapToObj(i -> part.id(i).name()).toList();
  }

  @Test
  void aListThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ExclusionList.read(temp.resolve("none.csv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.csv")
        .hasMessageContaining("none by that name");
  }

  @Test
  void listedSamplesAreNotLearnedFromAndNothingIsChosenByThem() throws IOException {
    Splits left = list("sample", "a1", "a4", "v0", "t2").without(data(), CLASSES);
    assertThat(names(left.train())).containsExactly("a0", "a2", "a3", "a5");
    assertThat(names(left.validation())).containsExactly("v1", "v2", "v3");
    assertThat(names(left.test())).hasSize(4);
    assertThat(left.train().values(2)).containsExactly(3);
    assertThat(left.train().label(2)).isEqualTo(1);
  }

  @Test
  void whatIsNotThereOrHasBecomeAnotherIsRefusedWithItsLine() {
    assertThatThrownBy(() -> list("sample", "a1", "a9").without(data(), CLASSES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("list.csv line 3")
        .hasMessageContaining("a9");
    assertThatThrownBy(() -> list("label,sample", "cat,a1").without(data(), CLASSES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dog")
        .hasMessageContaining("as the label of");
    assertThatThrownBy(() -> list("sample,content", "a1,c7").without(data(), CLASSES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a1");
    assertThatThrownBy(() -> list("name", "a1")).isInstanceOf(InputException.class);
  }

  @Test
  void somethingIsLeftToTrainOn() {
    assertThatThrownBy(
            () -> list("sample", "a0", "a1", "a2", "a3", "a4", "a5").without(data(), CLASSES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all of them");
  }
}
