package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FetcherTest {
  @TempDir Path temp;

  @Test
  void aFileComesIntoItsPlaceInAFolderThatIsMade() throws Exception {
    Path dir = temp.resolve("new/data");
    try (ScriptedServer server = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      assertThat(Sample.fetch(dir, server.home())).containsExactly(Sample.place(dir));
      assertThat(server.requests()).extracting(r -> r.path()).containsExactly("/a.gz");
    }
    Sample.assertFetched(dir);
  }

  @Test
  void progressRisesToTheTotal() throws Exception {
    List<Long> heard = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      new Fetcher(Sample.policy(Duration.ofSeconds(5)))
          .fetch(
              Sample.dataset(server.home()),
              temp,
              (file, bytes, total) -> {
                assertThat(file).isEqualTo("a.gz");
                assertThat(total).isEqualTo(Sample.CONTENT.length);
                heard.add(bytes);
              });
    }
    assertThat(heard).isSorted().endsWith((long) Sample.CONTENT.length);
  }

  @Test
  void whatIsThereIsNotAskedForAndNothingIsWritten() throws Exception {
    put(Sample.CONTENT);
    try (ScriptedServer server = new ScriptedServer(Replies.status(500))) {
      assertThat(Sample.fetch(temp, server.home())).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
    assertThat(temp.resolve(".partial")).doesNotExist();
  }

  @Test
  void aDifferentFileInThePlaceIsRefusedAndLeftAlone() throws Exception {
    put(Sample.corrupted());
    try (ScriptedServer server = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      assertThatThrownBy(() -> Sample.fetch(temp, server.home()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(Sample.place(temp).toString())
          .hasMessageContaining("expected SHA-256 " + Sample.sha256(Sample.CONTENT).hex())
          .hasMessageContaining("move it away");
    }
    assertThat(Sample.place(temp)).hasBinaryContent(Sample.corrupted());
  }

  @Test
  void aFileOfTheWrongSizeInThePlaceIsRefused() throws Exception {
    put(new byte[5]);
    assertThatThrownBy(() -> Sample.fetch(temp, home()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected 200000 bytes, found 5;");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsRefused() throws Exception {
    Files.createDirectories(Sample.place(temp));
    assertThatThrownBy(() -> Sample.fetch(temp, home()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a file, found a folder");
  }

  @Test
  void aDataFolderThatIsAFileIsSaidInOneLine() throws Exception {
    Path dir = Files.writeString(temp.resolve("file"), "not a folder");
    assertThatThrownBy(() -> Sample.fetch(dir, home()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(dir + " cannot be used")
        .hasMessageNotContainingAny("\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidInOneLine() throws Exception {
    Path partial = Sample.partial(temp);
    Files.createDirectories(partial.getParent());
    Files.createSymbolicLink(partial, Path.of("/dev/full"));
    try (ScriptedServer server = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      assertThatThrownBy(() -> Sample.fetch(temp, server.home()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(temp + " cannot be used")
          .hasMessageContaining("No space left on device")
          .hasMessageNotContainingAny("\n");
      assertThat(server.requests()).hasSize(1);
    }
    Sample.assertNothingPlaced(temp);
  }

  @Test
  void anInterruptedThreadStopsAndKeepsWhatHasCome() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            Replies.stall(Sample.CONTENT, 100_000, Replies.TAG),
            Replies.ranged(Sample.CONTENT, "\"v1\""))) {
      Fetcher fetcher = new Fetcher(Sample.policy(Duration.ofSeconds(5)));
      ProgressListener interrupting = (file, bytes, total) -> Thread.currentThread().interrupt();
      assertThatThrownBy(() -> fetcher.fetch(Sample.dataset(server.home()), temp, interrupting))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessageContaining("run again to continue");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(Files.size(Sample.partial(temp))).isPositive();
      Sample.fetch(temp, server.home());
    }
    Sample.assertFetched(temp);
  }

  private static URI home() {
    return URI.create("http://127.0.0.1:1/");
  }

  private void put(byte[] content) throws IOException {
    Files.createDirectories(Sample.place(temp).getParent());
    Files.write(Sample.place(temp), content);
  }
}
