package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.internal.data.ProgressListener;
import io.github.sid4j.internal.fetch.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Timeout(20)
class FaultyServerTest {
  private static final Duration PATIENT = Duration.ofSeconds(5);
  private static final Duration IMPATIENT = Duration.ofMillis(150);

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aPassingFailureIsTriedAgainAfterTheBackoff(int status) throws Exception {
    List<Integer> pauses = new ArrayList<>();
    FetchPolicy policy = new FetchPolicy(PATIENT, PATIENT, 3, 3, pauses::add);
    try (ScriptedServer server =
        new ScriptedServer(
            Replies.status(status), Replies.status(status), Replies.whole(Sample.CONTENT))) {
      new Fetcher(policy).fetch(Sample.dataset(server.home()), dir, ProgressListener.NONE);
    }
    assertThat(pauses).containsExactly(1, 2);
    Sample.assertFetched(dir);
  }

  @Test
  void aFailureThatDoesNotPassEndsAfterTheAttempts() throws Exception {
    assertRefused("answers with status 503", 3, Replies.status(503));
  }

  @Test
  void aMissingFileIsNotAskedForAgain() throws Exception {
    assertRefused("answers with status 404", 1, Replies.status(404));
  }

  @Test
  void anUnaskedPartIsRefused() throws Exception {
    assertRefused("answers with status 206", 1, Replies.rest(Sample.CONTENT, 0, 0));
  }

  @Test
  void theNextHomeIsAskedIfOneFails() throws Exception {
    try (ScriptedServer first = new ScriptedServer(Replies.status(404));
        ScriptedServer second = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      Sample.fetch(dir, first.home(), second.home());
    }
    Sample.assertFetched(dir);
  }

  @Test
  void aRefusedConnectionIsSaidWithTheWayOut() throws Exception {
    ScriptedServer gone = new ScriptedServer(Replies.silence());
    gone.close();
    assertThatThrownBy(() -> Sample.fetch(dir, gone.home()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.gz could not be fetched: " + gone.home() + "a.gz did not answer")
        .hasMessageContaining("put sample/a.gz into the data folder yourself")
        .hasMessageNotContainingAny("\n");
  }

  @Test
  void aBodyCutShortIsCompleted() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(Replies.cut(Sample.CONTENT, 1000), Replies.whole(Sample.CONTENT))) {
      Sample.fetch(dir, server.home());
    }
    Sample.assertFetched(dir);
  }

  @Test
  void aBodyThatIsAlwaysCutShortIsNeverPlaced() throws Exception {
    assertRefused("broke off after 1000 of 200000 bytes", 3, Replies.cut(Sample.CONTENT, 1000));
  }

  @Test
  void corruptedBytesAreNeverPlaced() throws Exception {
    assertRefused("expected SHA-256", 1, Replies.whole(Sample.corrupted()));
    assertThat(Sample.partial(dir)).doesNotExist();
  }

  @Test
  void corruptedBytesAreMadeGoodByAnotherHome() throws Exception {
    try (ScriptedServer first = new ScriptedServer(Replies.whole(Sample.corrupted()));
        ScriptedServer second = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      Sample.fetch(dir, first.home(), second.home());
    }
    Sample.assertFetched(dir);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 199_999, 200_001, 9_000_000_000_000L})
  void anAnnouncedLengthThatIsNotTheStatedSizeIsRefused(long length) throws Exception {
    assertRefused(
        "expected 200000 bytes, found " + length,
        1,
        (request, out) -> Replies.send(out, "200 OK", length, Sample.CONTENT));
  }

  @Test
  void anEndlessBodyIsStoppedAtTheStatedSize() throws Exception {
    assertRefused(
        "expected 200000 bytes, found more",
        1,
        (request, out) -> {
          Replies.send(out, "200 OK", -1, Sample.CONTENT);
          while (true) {
            out.write(Sample.CONTENT);
          }
        });
    assertThat(Sample.partial(dir)).doesNotExist();
  }

  @Test
  void whatIsNotHttpIsRefused() throws Exception {
    assertRefused(
        "does not speak HTTP",
        1,
        (request, out) -> out.write("220 mail ready\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aServerThatHangsBeforeItsAnswerEndsInAnError() throws Exception {
    assertRefused(IMPATIENT, "sent nothing for too long", 3, Replies.silence());
  }

  @Test
  void aServerThatHangsWithinItsAnswerEndsInAnErrorAndKeepsThePart() throws Exception {
    assertRefused(
        IMPATIENT,
        "sent nothing for too long",
        3,
        Replies.stall(Sample.CONTENT, 70_000, Replies.TAG));
    assertThat(Sample.partial(dir)).satisfies(part -> assertThat(part.toFile()).isNotEmpty());
  }

  private void assertRefused(String message, int requests, Reply reply) throws IOException {
    assertRefused(PATIENT, message, requests, reply);
  }

  private void assertRefused(Duration idle, String message, int requests, Reply reply)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer(reply)) {
      Fetcher fetcher = new Fetcher(Sample.policy(idle));
      assertThatThrownBy(
              () -> fetcher.fetch(Sample.dataset(server.home()), dir, ProgressListener.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(message)
          .hasMessageNotContainingAny("\n");
      assertThat(server.requests()).hasSize(requests);
    }
    Sample.assertNothingPlaced(dir);
  }
}
