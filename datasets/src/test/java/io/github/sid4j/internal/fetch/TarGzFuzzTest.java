package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import io.github.sid4j.testkit.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever an archive holds, it unpacks to wanted files of wanted sizes or is refused. */
@Tag("slow")
class TarGzFuzzTest {
  private static final List<FetchedFile> WANTED =
      List.of(FetchedFile.exactly("set/a.bin", 600), FetchedFile.upTo("set/b.txt", 10));
  private static final byte[] TAR =
      new TarBuilder()
          .folder("set/")
          .file("set/a.bin", new byte[600])
          .file("set/readme.html", "not wanted")
          .file("set/b.txt", "names")
          .tar();
  private static final byte[] ARCHIVE = TarBuilder.gzip(TAR);

  /** The tar without the padding at its end. */
  private static final int TAR_BITS = 8 * 512 * 7;

  private Path temp;

  @BeforeTry
  void makeRoom() throws IOException {
    temp = Files.createTempDirectory("sid4j-tar-gz-fuzz");
  }

  @AfterTry
  void clean() throws IOException {
    try (Stream<Path> tree = Files.walk(temp)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Property(tries = 100)
  void randomBytesAreRefused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
    assertThat(unpacks(bytes)).isFalse();
  }

  @Property(tries = 100)
  void randomBytesInsideAGzipAreRefused(@ForAll @Size(max = 2000) byte[] bytes) throws IOException {
    assertThat(unpacks(TarBuilder.gzip(bytes))).isFalse();
  }

  @Property(tries = 100)
  void flippedBitsOfTheGzipDoNoHarm(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 100_000) Integer> bits)
      throws IOException {
    unpacks(flipped(ARCHIVE, ARCHIVE.length * 8, bits));
  }

  @Property(tries = 100)
  void flippedBitsOfTheTarDoNoHarm(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 100_000) Integer> bits)
      throws IOException {
    unpacks(TarBuilder.gzip(flipped(TAR, TAR_BITS, bits)));
  }

  @Provide
  Arbitrary<byte[]> tars() {
    return Mutations.of(TAR);
  }

  @Property
  void aDamagedTarDoesNoHarm(@ForAll("tars") byte[] tar) throws IOException {
    unpacks(TarBuilder.gzip(tar));
  }

  @Provide
  Arbitrary<byte[]> archives() {
    return Mutations.of(ARCHIVE);
  }

  @Property
  void aDamagedArchiveDoesNoHarm(@ForAll("archives") byte[] archive) throws IOException {
    unpacks(archive);
  }

  private static byte[] flipped(byte[] bytes, int bound, List<Integer> bits) {
    byte[] changed = bytes.clone();
    for (int bit : bits) {
      changed[bit % bound / 8] ^= (byte) (1 << bit % 8);
    }
    return changed;
  }

  /** Any exception but the one for bad input fails the test. */
  private boolean unpacks(byte[] bytes) throws IOException {
    Path archive = Files.write(temp.resolve("set.tar.gz"), bytes);
    Path folder = Files.createDirectory(temp.resolve("folder"));
    try {
      new TarGz(archive).unpack(WANTED, folder);
      assertThat(Files.size(folder.resolve("set/a.bin"))).isEqualTo(600);
      assertThat(Files.size(folder.resolve("set/b.txt"))).isBetween(1L, 10L);
      return true;
    } catch (InputException e) {
      assertThat(e.getMessage())
          .startsWith(archive + ": expected ")
          .doesNotContainPattern("\\p{Cntrl}");
      return false;
    } finally {
      assertThat(files())
          .isSubsetOf(
              temp,
              archive,
              folder,
              folder.resolve("set"),
              folder.resolve("set/a.bin"),
              folder.resolve("set/b.txt"));
    }
  }

  private Set<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(temp)) {
      return tree.collect(Collectors.toSet());
    }
  }
}
