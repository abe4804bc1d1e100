package io.github.sid4j.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.ChosenExamples;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.EpochPlan;
import io.github.sid4j.internal.data.ReadingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedExamplesTest {
  private static final int ALL = 60;

  @TempDir private Path dir;

  @BeforeEach
  void write() throws IOException {
    Fixtures.parquet(dir.resolve("p/train-00000-of-00002.parquet"), 0, 31);
    Fixtures.parquet(dir.resolve("p/train-00001-of-00002.parquet"), 31, ALL);
    Fixtures.parquet(dir.resolve("p/test-00000-of-00001.parquet"), ALL, ALL + 9);
    Fixtures.tar(dir.resolve("t/train-000000.tar"), 0, 31);
    Fixtures.tar(dir.resolve("t/train-000001.tar"), 31, ALL);
    Fixtures.tar(dir.resolve("t/test-000000.tar"), ALL, ALL + 9);
  }

  private Dataset open(String name, int window, int readers) throws IOException {
    return Datasets.open(
        Fixtures.request(
            name,
            dir.resolve(name.substring(0, 1).replace('w', 't')),
            new ReadingRules(window, readers, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "webdataset"})
  void aWindowOfAllGivesTheBitsOfMemory(String name) throws IOException {
    Splits memory = open(name, 0, 1).split(0.2, 3);
    Splits streamed = open(name, ALL, 2).split(0.2, 3);
    assertThat(memory.train().size()).isEqualTo(48);
    assertThat(memory.test().size()).isEqualTo(9);
    assertThat(streamed.train().encoding()).isEqualTo(memory.train().encoding());
    assertThat(epoch(streamed.train(), 1, 0)).isEqualTo(epoch(memory.train(), 1, 0));
    assertThat(inOrder(streamed.validation())).isEqualTo(inOrder(memory.validation()));
    assertThat(inOrder(streamed.test())).isEqualTo(inOrder(memory.test()));
    assertThat(streamed.train().id(7)).isEqualTo(memory.train().id(7));
    assertThat(streamed.train().values(5)).isEqualTo(memory.train().values(5));
    assertThat(streamed.train().values(2)).isEqualTo(memory.train().values(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "webdataset"})
  void theNumberOfReadersChangesNothing(String name) throws IOException {
    Examples one = open(name, 10, 1).split(0.2, 3).train();
    Examples four = open(name, 10, 4).split(0.2, 3).train();
    assertThat(epoch(four, 2, 0)).isEqualTo(epoch(one, 2, 0));
  }

  @Test
  void anEpochHasEachSampleOnceAndCanBeEnteredInItsMiddle() throws IOException {
    Examples train = open("parquet", 10, 2).split(0.2, 3).train();
    List<Integer> whole = epoch(train, 0, 0);
    List<Integer> rest = epoch(train, 0, 3);
    assertThat(rest).isEqualTo(whole.subList(3, whole.size()));
    assertThat(epoch(train, 1, 0)).isNotEqualTo(whole);
    List<Integer> seen = new ArrayList<>();
    try (Batches batches = Batches.shuffled(train, plan(0, 0))) {
      batches.forEachRemaining(batch -> Arrays.stream(batch.indices()).forEach(seen::add));
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, train.size()).boxed().toList());
  }

  @Test
  void whatAScanFoundIsKept() throws IOException {
    ReadingRules rules = new ReadingRules(10, 1, false);
    DatasetRequest request = Fixtures.request("parquet", dir.resolve("p"), rules);
    Path scans = dir.resolve("scans");
    Splits first = new FormatProvider(scans).open(request).split(0.2, 3);
    Path kept;
    try (Stream<Path> files = Files.list(scans)) {
      kept = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(kept);
    Splits second = new FormatProvider(scans).open(request).split(0.2, 3);
    assertThat(second.train().encoding()).isEqualTo(first.train().encoding());
    assertThat(epoch(second.train(), 0, 0)).isEqualTo(epoch(first.train(), 0, 0));
    bytes[20]++;
    Files.write(kept, bytes);
    Splits third = new FormatProvider(scans).open(request).split(0.2, 3);
    assertThat(third.train().encoding()).isEqualTo(first.train().encoding());
    assertThat(Files.readAllBytes(kept)).isNotEqualTo(bytes);
  }

  @Test
  void chosenExamplesAreReadThroughTheWindowToo() throws IOException {
    Examples train = open("parquet", 10, 1).split(0, 3).train();
    Examples chosen = new ChosenExamples(train, 3, 8, 9, 20, 40, 41, 42, 43, 44, 45, 46, 47);
    assertThat(chosen.locality().orElseThrow().blocks()).hasSize(12);
    assertThat(inOrder(chosen).get(3)).isEqualTo(Arrays.hashCode(train.values(20)));
    assertThat(epoch(chosen, 0, 0)).hasSize(2);
  }

  private static EpochPlan plan(int epoch, int first) {
    return new EpochPlan(8, false, Augmentation.NONE, 9, epoch, first);
  }

  private static List<Integer> epoch(Examples examples, int epoch, int first) {
    List<Integer> values = new ArrayList<>();
    try (Batches batches = Batches.shuffled(examples, plan(epoch, first))) {
      batches.forEachRemaining(batch -> values.add(Arrays.hashCode(batch.values())));
    }
    return values;
  }

  private static List<Integer> inOrder(Examples examples) {
    List<Integer> values = new ArrayList<>();
    try (Batches batches = Batches.sequential(examples, 1)) {
      batches.forEachRemaining(batch -> values.add(Arrays.hashCode(batch.values())));
    }
    return values;
  }
}
