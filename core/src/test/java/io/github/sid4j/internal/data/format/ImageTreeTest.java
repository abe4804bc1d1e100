package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ImageTreeTest {
  @TempDir private Path dir;
  private SkippedFiles skipped;

  @BeforeEach
  void begin() {
    skipped = new SkippedFiles(dir);
  }

  private void write(String file) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "");
  }

  private void link(String from, String to) throws IOException {
    Files.createSymbolicLink(dir.resolve(from), Path.of(to));
  }

  private List<String> found() {
    return ImageTree.of(dir, skipped).images().stream()
        .map(path -> dir.relativize(path).toString())
        .toList();
  }

  @Test
  void whatIsHiddenOrOfTheSystemIsSkippedAtAnyDepth() throws IOException {
    write("b/c/2.JPEG");
    write("a/1.png");
    write("a/b/.cache/1.png");
    write("a/.hidden.png");
    write("a/__MACOSX/1.png");
    write("a/._1.png");
    write("a/THUMBS.DB");
    write("$RECYCLE.BIN/1.png");
    assertThat(found()).containsExactly("a/1.png", "b/c/2.JPEG");
    assertThat(skipped.text()).startsWith("6 hidden or system entries ($RECYCLE.BIN, ");
    assertThat(skipped.warning()).isEmpty();
  }

  @Test
  void aFolderThatIsNamedIsReadThoughItsOwnNameIsHidden() throws IOException {
    write(".mine/1.png");
    assertThat(ImageTree.of(dir.resolve(".mine"), skipped).images()).hasSize(1);
  }

  @Test
  void otherFilesAreCountedByTheEndsOfTheirNames() throws IOException {
    write("1.png");
    write("a.TXT");
    write("b.txt");
    write("c.gif");
    write("README");
    Files.createDirectory(dir.resolve("empty"));
    found();
    assertThat(skipped.text())
        .isEqualTo("2 .txt files, 1 .gif file, 1 other file, 1 folder without images (empty)");
  }

  @Test
  void linksToFilesAndOtherFoldersAreFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("1.png"), "");
    link("far", elsewhere.toString());
    link("one.png", elsewhere.resolve("1.png").toString());
    assertThat(found()).containsExactly("far/1.png", "one.png");
    assertThat(ImageTree.of(dir, skipped).hasLinks()).isTrue();
  }

  @Test
  void linksToFoldersAboveAreSkipped() throws IOException {
    write("a/b/1.png");
    link("a/b/self", ".");
    link("a/b/up", "../..");
    link("a/b/root", "/");
    assertThat(found()).containsExactly("a/b/1.png");
    assertThat(skipped.warning())
        .isEqualTo("3 links to folders above them (a/b/root, a/b/self, a/b/up)");
  }

  @Test
  void twoFoldersThatLinkToEachOtherEndTheWalk() throws IOException {
    write("a/1.png");
    write("b/2.png");
    link("a/x", "../b");
    link("b/y", "../a");
    assertThat(ImageTree.of(dir.resolve("a"), skipped).images())
        .containsExactly(dir.resolve("a/1.png"), dir.resolve("a/x/2.png"));
    assertThat(skipped.warning()).isEqualTo("1 link to a folder above it (a/x/y)");
  }

  @Test
  void aFolderOutsideThatLinksBackToTheDataIsNoWayRound(@TempDir Path elsewhere)
      throws IOException {
    Files.writeString(elsewhere.resolve("1.png"), "");
    write("dog/2.png");
    link("cat", elsewhere.toString());
    Files.createSymbolicLink(elsewhere.resolve("back"), dir);
    assertThat(ImageTree.of(dir.resolve("cat"), skipped).images())
        .containsExactly(dir.resolve("cat/1.png"));
    assertThat(skipped.warning()).isEqualTo("1 link to a folder above it (cat/back)");
  }

  @Test
  void noFolderIsReadTwice() throws IOException {
    write("z/1.png");
    link("a", "z");
    assertThat(found()).containsExactly("a/1.png");
    assertThat(skipped.warning()).isEqualTo("1 folder that a link has shown already (z)");
  }

  @Test
  void brokenLinksAreNamed() throws IOException {
    write("1.png");
    link("2.png", "gone.png");
    link("3.png", "3.png");
    assertThat(found()).containsExactly("1.png");
    assertThat(skipped.warning()).isEqualTo("2 broken links (2.png, 3.png)");
  }

  @Test
  void whatIsNoFileIsNeverOpened() throws IOException {
    write("1.png");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(dir.resolve("2.png")));
      assertThat(found()).containsExactly("1.png");
    }
    assertThat(skipped.warning()).isEqualTo("1 pipe, socket or device (2.png)");
  }

  @Test
  void aFolderThatMayNotBeReadIsNamed() throws IOException {
    write("a/1.png");
    Path locked = dir.resolve("a");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(locked)).as("permissions hold for this user").isFalse();
      assertThatThrownBy(this::found)
          .isInstanceOf(InputException.class)
          .hasMessage(
              locked
                  + ": expected a file or folder that can be read, found no permission; allow"
                  + " reading, or move it away");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whyReadingFailsIsSaidWithoutTheNameOfAnException() {
    assertThat(FolderListing.unreadable(dir, new AccessDeniedException("x")))
        .hasMessage(
            dir
                + ": expected a file or folder that can be read, found no permission; allow reading,"
                + " or move it away");
    assertThat(FolderListing.unreadable(dir, new FileSystemException("x", null, "Input error")))
        .hasMessageContaining("found that reading fails: Input error; check the storage");
  }

  @Test
  void aFolderThatIsNotThereIsRefusedInOneLine() {
    assertThatThrownBy(() -> ImageTree.of(dir.resolve("none"), skipped))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            dir.resolve("none") + ": expected a file or folder that can be read");
  }
}
