package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ArchiveFetchTest {
  private static final byte[] GOOD =
      new TarBuilder()
          .file("set/a.bin", "abc")
          .file("set/readme", "not wanted")
          .file("set/b.txt", "names")
          .tarGz();

  @TempDir Path dir;

  @Test
  void theEntriesOfAnArchiveComeIntoTheirPlaces() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.whole(GOOD))) {
      assertThat(fetch(GOOD, server.home()))
          .containsExactly(dir.resolve("set/a.bin"), dir.resolve("set/b.txt"));
      assertThat(fetch(GOOD, server.home())).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(dir.resolve("set/a.bin")).hasContent("abc");
    assertThat(dir.resolve("set/readme")).doesNotExist();
    assertThat(dir.resolve(".partial/set")).doesNotExist();
  }

  @Test
  void onlyWhatIsMissingIsPlaced() throws Exception {
    Files.createDirectory(dir.resolve("set"));
    Files.writeString(dir.resolve("set/b.txt"), "my own");
    try (ScriptedServer server = new ScriptedServer(Replies.whole(GOOD))) {
      assertThat(fetch(GOOD, server.home())).containsExactly(dir.resolve("set/a.bin"));
    }
    assertThat(dir.resolve("set/b.txt")).hasContent("my own");
  }

  @Test
  void aHostileArchivePlacesNothing() throws Exception {
    byte[] evil =
        new TarBuilder()
            .file("set/a.bin", "abc")
            .file("set/b.txt", "names")
            .file("../../../x", "evil")
            .tarGz();
    try (ScriptedServer server = new ScriptedServer(Replies.whole(evil))) {
      assertThatThrownBy(() -> fetch(evil, server.home()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("names that stay inside the folder");
    }
    assertThat(dir.resolve("set")).doesNotExist();
  }

  private List<Path> fetch(byte[] archive, URI home) throws IOException {
    PublicFile file =
        PublicFile.tarGz(
            "set.tar.gz",
            archive.length,
            Sample.sha256(archive),
            List.of(FetchedFile.exactly("set/a.bin", 3), FetchedFile.upTo("set/b.txt", 10)));
    PublicDataset dataset = new PublicDataset("set", List.of(home), List.of(file));
    return new Fetcher(Sample.policy(Duration.ofSeconds(5)))
        .fetch(dataset, dir, ProgressListener.NONE);
  }
}
