package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WatchCommandTest {
  /** As the system has it for a process that ends by this signal. */
  private static final int TERMINATED = 143;

  @TempDir private Path temp;

  private final Captured captured = new Captured(false, false);

  private int run(String... args) {
    return Main.run(
        args, captured.terminal(), (settings, view, stop) -> null, (run, moved) -> null);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such signal")
  void itSaysWhereThePageIsAndServesItUntilItIsInterrupted() throws Exception {
    try (SidProcess sid = SidProcess.start("watch", temp.resolve("run").toString(), "--port=0")) {
      String line = sid.awaitOut(said -> said.startsWith("watch "));
      URI page = URI.create(line.substring("watch ".length()));
      assertThat(page.getHost()).isEqualTo("127.0.0.1");
      String body =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
              .body();
      assertThat(body).contains("No run is in this folder yet.");
      // Not INT, which a process started in the background may ignore.
      sid.signal("TERM");
      SidProcess.Ended ended = sid.await();
      assertThat(ended.code()).isEqualTo(TERMINATED);
      assertThat(ended.out()).containsExactly(line);
      assertThat(ended.err()).isEmpty();
    }
  }

  @Test
  void whatCannotBeWatchedIsRefusedInOneLine() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    assertThat(run("watch", temp.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(captured.err()).contains("expected the folder of a run").hasLineCount(1);
  }

  @Test
  void aPortThatIsTakenIsRefusedInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(run("watch", temp.toString(), "--port", port)).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(captured.err()).contains("expected a free port, found " + port).hasLineCount(1);
    }
  }
}
