package io.github.sid4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.ImageRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLoaderTest {
  private static final int ROWS = 60;

  @TempDir Path temp;

  /** Texts of two classes, each of another length. */
  private Path file() throws IOException {
    StringBuilder rows = new StringBuilder("label,title,text,year\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(i % 2 == 0 ? "good" : "bad").append(",a title of ").append(i);
      rows.append(",\"").append("word ".repeat(1 + i % 9)).append("unique").append(i);
      rows.append(", it is\",").append(2000 + i % 3).append('\n');
    }
    return Files.writeString(temp.resolve("all.csv"), rows);
  }

  private static Dataset open(Path file, TextOptions options) throws IOException {
    return Datasets.open(
        new DatasetRequest(
            "text",
            file,
            CsvOptions.of("label"),
            PartRules.share(0.2),
            0,
            ImageRules.DEFAULT,
            options,
            ReadingRules.DEFAULT));
  }

  private static boolean isText(Path file, String label) throws IOException {
    return TextLoader.isText(new DatasetRequest("csv", file, label, 0.2, 0));
  }

  private static TextOptions options(List<String> columns, int mostTokens) {
    return new TextOptions(columns, TextOptions.Kind.WORDS, Optional.empty(), 0, 1, mostTokens);
  }

  private static TextEncoding encoding(Splits splits) {
    return (TextEncoding) splits.train().encoding().orElseThrow();
  }

  @Test
  void columnsOfTextAreFoundAndJoined() throws IOException {
    Splits splits = open(file(), TextOptions.DEFAULT).split(0.2, 1);
    assertThat(encoding(splits).columns()).containsExactly("title", "text");
    assertThat(splits.train().size() + splits.validation().size() + splits.test().size())
        .isEqualTo(ROWS);
    assertThat(splits.train().shape()).containsExactly(encoding(splits).maxTokens());
    assertThat(splits.train().id(0).name()).startsWith("all.csv:");
    assertThat(splits.test().excerpt(0).orElseThrow()).matches("a title of \\d+ word .*, it is");
  }

  @Test
  void wordsOfTheValidationPartAreUnknown() throws IOException {
    Splits splits = open(file(), options(List.of("text"), 0)).split(0.2, 1);
    Examples validation = splits.validation();
    for (int i = 0; i < validation.size(); i++) {
      float[] ids = validation.values(i);
      // The word that no other text has is the one before "it is".
      assertThat(ids).contains(0f).contains(encoding(splits).ids("word")[0]);
    }
  }

  @Test
  void whatIsTooLongIsCutAndCounted() throws IOException {
    Dataset data = open(file(), options(List.of("text"), 5));
    assertThat(data.facts().stream().map(fact -> fact.text()))
        .anyMatch(text -> text.contains("training texts are longer than max-tokens 5"));
    assertThat(data.split(0.2, 1).train().shape()).containsExactly(5);
  }

  @Test
  void batchesHaveTextsOfLikeLengthAndNoSparePadding() throws IOException {
    Splits splits = open(file(), options(List.of("text"), 0)).split(0.1, 1);
    BatchMaker maker =
        BatchMaker.shuffled(splits.train(), new EpochPlan(4, true, Augmentation.NONE, 3, 2, 0));
    List<Integer> seen = new ArrayList<>();
    int padding = 0;
    for (int b = 0; b < maker.batches(); b++) {
      Batch batch = maker.make(b);
      Batch again = maker.make(b);
      assertThat(again.values()).isEqualTo(batch.values());
      int length = batch.shape()[0];
      boolean full = false;
      for (int i = 0; i < batch.size(); i++) {
        float last = batch.values()[(i + 1) * length - 1];
        full |= last != encoding(splits).tokens();
        float[] whole = splits.train().values(batch.indices()[i]);
        assertThat(Arrays.copyOf(whole, length))
            .isEqualTo(Arrays.copyOfRange(batch.values(), i * length, (i + 1) * length));
        seen.add(batch.indices()[i]);
      }
      assertThat(full).isTrue();
      for (float id : batch.values()) {
        padding += id == encoding(splits).tokens() ? 1 : 0;
      }
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(splits.train().size() / 4 * 4);
    assertThat(padding).isLessThan(seen.size());
  }

  @Test
  void otherDataOrNoTextIsRefused() throws IOException {
    Path numbers = Files.writeString(temp.resolve("n.csv"), "label,a\nx,1\ny,2\nx,3\ny,4\n");
    assertThatThrownBy(() -> open(numbers, TextOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text-columns");
    assertThatThrownBy(() -> open(file(), options(List.of("label"), 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text-columns");
    assertThatThrownBy(() -> open(file(), options(List.of("none"), 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"none\"");
  }

  @Test
  void aTableIsNoText() throws IOException {
    assertThat(isText(file(), "label")).isFalse();
    Path texts = temp.resolve("t.csv");
    Files.writeString(texts, "label,text\n1,how are you ?\n0,I am well\n1,is it so ?\n");
    assertThat(isText(texts, "label")).isTrue();
    assertThat(isText(texts, "class")).isFalse();
  }
}
