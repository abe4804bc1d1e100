package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TarGzTest {
  private static final List<FetchedFile> WANTED =
      List.of(FetchedFile.exactly("set/a.bin", 3), FetchedFile.upTo("set/b.txt", 10));

  @TempDir Path temp;
  private Path archive;
  private Path folder;

  @BeforeEach
  void place() throws IOException {
    archive = temp.resolve("set.tar.gz");
    folder = Files.createDirectory(temp.resolve("folder"));
  }

  @Test
  void onlyTheWantedEntriesAreTaken() throws Exception {
    unpack(good().file("set/readme.html", "more").tarGz());
    assertThat(folder.resolve("set/a.bin")).hasContent("abc");
    assertThat(folder.resolve("set/b.txt")).hasContent("names");
    assertThat(files()).containsExactly("folder/set/a.bin", "folder/set/b.txt", "set.tar.gz");
  }

  @Test
  void namesThatStartWithADotAreTheSame() throws Exception {
    unpack(
        new TarBuilder().folder("./").file("./set//a.bin", "abc").file("set/b.txt", "x").tarGz());
    assertThat(folder.resolve("set/a.bin")).hasContent("abc");
  }

  @Test
  void anArchiveInSeveralGzipMembersIsWhole() throws Exception {
    byte[] tar = good().tar();
    byte[] head = TarBuilder.gzip(Arrays.copyOf(tar, 700));
    byte[] tail = TarBuilder.gzip(Arrays.copyOfRange(tar, 700, tar.length));
    unpack(joined(head, tail));
    assertThat(folder.resolve("set/a.bin")).hasContent("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "set/../../x",
        "/etc/x",
        "..",
        "set/..",
        "C:\\x",
        "C:x",
        "..\\x",
        "set/a\u0007b"
      })
  void aNameThatCouldLeaveTheFolderSpoilsTheArchive(String name) throws Exception {
    assertRefused("names that stay inside the folder", good().file(name, "evil").tarGz());
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO,
        TarConstants.LF_CONTIG,
        TarConstants.LF_MULTIVOLUME
      })
  void anythingButFilesAndFoldersSpoilsTheArchive(byte kind) throws Exception {
    assertRefused(
        "only plain files and folders",
        new TarBuilder().special("set/a.bin", kind, "../../outside").tarGz());
  }

  @Test
  void aLinkThatIsNotWantedSpoilsTheArchiveToo() throws Exception {
    assertRefused(
        "only plain files and folders",
        good().special("set", TarConstants.LF_SYMLINK, "/tmp").tarGz());
  }

  @ParameterizedTest
  @ValueSource(strings = {"set/a.bin", "./set/a.bin", "set//a.bin"})
  void anEntryThatComesTwiceSpoilsTheArchive(String name) throws Exception {
    assertRefused("every entry once", good().file(name, "abd").tarGz());
  }

  @Test
  void tooManyEntriesSpoilTheArchive() throws Exception {
    TarBuilder builder = good();
    for (int i = 0; i < 1000; i++) {
      builder.file("set/" + i, "");
    }
    assertRefused("at most 1000 entries", builder.tarGz());
  }

  @Test
  void aWantedEntryBeyondItsBoundIsNotWritten() throws Exception {
    byte[] zeros = new byte[8 << 20];
    assertRefused(
        "expected set/b.txt of 1 to 10 bytes, found 8388608",
        new TarBuilder().file("set/b.txt", zeros).file("set/a.bin", "abc").tarGz());
    assertThat(files()).containsExactly("set.tar.gz");
  }

  @Test
  void aWantedEntryOfTheWrongSizeIsNotWritten() throws Exception {
    assertRefused(
        "expected set/a.bin of 3 bytes, found 2", new TarBuilder().file("set/a.bin", "ab").tarGz());
  }

  @Test
  void anUnwantedEntryThatUnpacksToTooMuchIsNotReadOn() throws Exception {
    assertRefused("it unpacks to more than", good().file("set/bomb", new byte[17 << 20]).tarGz());
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER,
        TarConstants.LF_PAX_EXTENDED_HEADER_LC,
        TarConstants.LF_GNUTYPE_LONGNAME,
        TarConstants.LF_GNUTYPE_LONGLINK
      })
  void aLongChainOfExtensionHeadersIsRefused(byte kind) throws Exception {
    byte[] header = new byte[512];
    new TarArchiveEntry("x", kind).writeEntryHeader(header);
    byte[] chain = new byte[512 * 20_000];
    for (int at = 0; at < chain.length; at += header.length) {
      System.arraycopy(header, 0, chain, at, header.length);
    }
    assertRefused("found a damaged one", TarBuilder.gzip(chain));
  }

  @Test
  void anArchiveThatLacksAWantedEntryIsRefused() throws Exception {
    assertRefused("[set/b.txt]", new TarBuilder().file("set/a.bin", "abc").tarGz());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 30, -9, -5, -1})
  void aTruncatedGzipIsRefused(int length) throws Exception {
    byte[] whole = good().tarGz();
    int kept = length < 0 ? whole.length + length : length;
    assertRefused("expected a whole .tar.gz", Arrays.copyOf(whole, kept));
  }

  @Test
  void garbageAfterTheGzipIsRefused() throws Exception {
    assertRefused("expected a whole .tar.gz", joined(good().tarGz(), new byte[] {1, 2, 3}));
  }

  @Test
  void aWrongCheckValueAtTheEndOfTheGzipIsRefused() throws Exception {
    byte[] bytes = good().tarGz();
    bytes[bytes.length - 6] ^= 1;
    assertRefused("expected a whole .tar.gz", bytes);
  }

  private static TarBuilder good() {
    return new TarBuilder().folder("set/").file("set/a.bin", "abc").file("set/b.txt", "names");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private void unpack(byte[] bytes) throws IOException {
    Files.write(archive, bytes);
    new TarGz(archive).unpack(WANTED, folder);
  }

  private void assertRefused(String message, byte[] bytes) throws IOException {
    assertThatThrownBy(() -> unpack(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(archive + ": expected ")
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("\n", "\u0007");
    assertThat(files()).isSubsetOf("folder/set/a.bin", "folder/set/b.txt", "set.tar.gz");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(temp)) {
      return tree.filter(path -> !Files.isDirectory(path))
          .map(path -> temp.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
