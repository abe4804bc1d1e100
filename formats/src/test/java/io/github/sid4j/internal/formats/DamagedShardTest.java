package io.github.sid4j.internal.formats;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.ReadingRules;
import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes a shard has, it is read or refused in a line, in little memory. */
class DamagedShardTest {
  private interface Writing {
    void write(Path file) throws IOException;
  }

  private static byte[] written(Writing writing) {
    try {
      Path folder = Files.createTempDirectory("sid4j-shards");
      Path file = folder.resolve("one.bin");
      writing.write(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<byte[]> parquet() {
    return Mutations.of(written(file -> Fixtures.parquet(file, 0, 20)));
  }

  @Provide
  Arbitrary<byte[]> tar() {
    return Mutations.of(written(file -> Fixtures.tar(file, 0, 20)));
  }

  @Provide
  Arbitrary<byte[]> lines() {
    String text =
        IntStream.range(0, 30)
            .mapToObj(i -> "{\"a\": %s, \"b\": \"x\", \"label\": %s}".formatted(i * 3, i % 2))
            .collect(Collectors.joining("\n"));
    return Mutations.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 60)
  void parquetIsReadOrRefused(@ForAll("parquet") byte[] bytes, @ForAll boolean skip) {
    hold("parquet", bytes, skip);
  }

  @Property(tries = 60)
  void tarIsReadOrRefused(@ForAll("tar") byte[] bytes, @ForAll boolean skip) {
    hold("webdataset", bytes, skip);
  }

  @Property(tries = 60)
  void linesAreReadOrRefused(@ForAll("lines") byte[] bytes, @ForAll boolean skip) {
    hold("jsonl", bytes, skip);
  }

  private static void hold(String format, byte[] bytes, boolean skip) {
    ForeignBytes.readOrRefused(
        bytes,
        file -> {
          try {
            return read(format, file, skip);
          } catch (InputException e) {
            // What is left may be too few samples for a split, which settings stand for.
            throw e.setting().isPresent() ? e.in(file.toString()) : e;
          }
        });
  }

  private static String read(String format, Path file, boolean skip) throws IOException {
    ReadingRules rules = new ReadingRules(format.equals("jsonl") ? 0 : 5, 1, skip);
    Dataset dataset =
        new FormatProvider(file.resolveSibling("no")).open(Fixtures.request(format, file, rules));
    Examples train = dataset.split(0, 1).train();
    try (Batches batches = Batches.sequential(train, 8)) {
      while (batches.hasNext()) {
        batches.next();
      }
    }
    return dataset.sha256();
  }
}
