package io.github.sid4j.internal.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsTest {
  private static final Map<String, Integer> WORDS = Map.of("sun", 4, "rain", 2, "new", 7);

  @TempDir private Path temp;

  private Path file(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v.txt", "v.vec.gz"})
  void wordsGetTheirVectors(String name) throws IOException {
    String text = "3 2\nthe 1 1\nsun 0.5 -1e-1\n. 3 4\nrain 7 8 \n";
    Map<Integer, float[]> read = WordVectors.read(file(name, text), WORDS, 2);
    assertThat(read).containsOnlyKeys(2, 4);
    assertThat(read.get(4)).containsExactly(0.5f, -0.1f);
    assertThat(read.get(2)).containsExactly(7, 8);
  }

  @Test
  void theWordAsItIsWrittenCountsMoreThanOthers() throws IOException {
    String text = "SUN 1 1\nSun 2 2\nsun 3 3\nsun 4 4\nRain 5 5\nRAIN 6 6\nnew york 8 8\n";
    Map<Integer, float[]> read = WordVectors.read(file("v.txt", text), WORDS, 2);
    assertThat(read.get(4)).containsExactly(3, 3);
    assertThat(read.get(2)).containsExactly(5, 5);
    assertThat(read).doesNotContainKey(7);
  }

  @ParameterizedTest
  @CsvSource({
    "the 1 2 3,line 1,set embedding",
    "3 3|the 1 2 3,line 2,set embedding",
    "the 1,line 1,set embedding",
    "the 1 2|sun 1 x,line 2,behind the word",
    "the 1 2|sun 1 NaN,line 2,behind the word",
  })
  void otherLinesAreNamed(String lines, String place, String part) throws IOException {
    Path file = file("v.txt", lines.replace('|', '\n'));
    assertThatThrownBy(() -> WordVectors.read(file, WORDS, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(part);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> WordVectors.read(temp.resolve("none.txt"), WORDS, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing at");
    assertThatThrownBy(() -> WordVectors.read(temp, WORDS, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a folder");
  }
}
