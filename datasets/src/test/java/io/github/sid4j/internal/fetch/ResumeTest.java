package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.fetch.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ResumeTest {
  private static final String RANGE = "bytes=120000-";

  @TempDir Path dir;

  @Test
  void aLaterRunAsksOnlyForTheRest() throws Exception {
    leavePart("\"v1\"");
    try (ScriptedServer server = serve(Replies.ranged(Sample.CONTENT, "\"v1\""))) {
      assertThat(server.ranges()).containsExactly(RANGE);
      assertThat(server.requests().get(0).headers()).containsEntry("if-range", "\"v1\"");
    }
  }

  @Test
  void anInterruptedBodyIsResumedWithinTheSameRun() throws Exception {
    try (ScriptedServer server =
        serve(
            Replies.cut(Sample.CONTENT, 120_000, Replies.TAG),
            Replies.ranged(Sample.CONTENT, "\"v1\""))) {
      assertThat(server.ranges()).containsExactly("none", RANGE);
    }
  }

  @Test
  void theDateOfTheLastChangeServesIfThereIsNoStrongTag() throws Exception {
    String date = "Wed, 21 Oct 2015 07:28:00 GMT";
    try (ScriptedServer server =
        serve(
            Replies.cut(Sample.CONTENT, 120_000, "ETag: W/\"weak\"", "Last-Modified: " + date),
            Replies.rest(Sample.CONTENT, 120_000, 120_000))) {
      assertThat(server.requests().get(1).headers()).containsEntry("if-range", date);
    }
  }

  @Test
  void withoutAnyValidatorItStartsOver() throws Exception {
    try (ScriptedServer server =
        serve(Replies.cut(Sample.CONTENT, 120_000), Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly("none", "none");
    }
  }

  @Test
  void aChangedFileStartsOver() throws Exception {
    leavePart("\"old\"");
    try (ScriptedServer server = serve(Replies.ranged(Sample.CONTENT, "\"new\""))) {
      assertThat(server.ranges()).containsExactly(RANGE);
    }
  }

  @Test
  void aServerThatIgnoresTheRangeStartsOver() throws Exception {
    leavePart("\"v1\"");
    try (ScriptedServer server = serve(Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly(RANGE);
    }
  }

  @Test
  void aWrongContentRangeStartsOver() throws Exception {
    leavePart("\"v1\"");
    try (ScriptedServer server =
        serve(Replies.rest(Sample.CONTENT, 120_000, 119_999), Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly(RANGE, "none");
    }
  }

  @Test
  void aContentRangeOfAnotherTotalStartsOver() throws Exception {
    leavePart("\"v1\"");
    byte[] longer = Arrays.copyOf(Sample.CONTENT, 300_000);
    try (ScriptedServer server =
        serve(Replies.rest(longer, 120_000, 120_000), Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly(RANGE, "none");
    }
  }

  @Test
  void aRefusedRangeStartsOver() throws Exception {
    leavePart("\"v1\"");
    try (ScriptedServer server = serve(Replies.status(416), Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly(RANGE, "none");
    }
  }

  @Test
  void aFailureOnResumingKeepsThePart() throws Exception {
    leavePart("\"v1\"");
    try (ScriptedServer server =
        serve(Replies.status(503), Replies.ranged(Sample.CONTENT, "\"v1\""))) {
      assertThat(server.ranges()).containsExactly(RANGE, RANGE);
    }
  }

  @Test
  void aRestThatDoesNotFitThePartStartsOver() throws Exception {
    leavePart("\"v1\"");
    Files.write(Sample.partial(dir), new byte[120_000]);
    try (ScriptedServer server =
        serve(Replies.rest(Sample.CONTENT, 120_000, 120_000), Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly(RANGE, "none");
    }
  }

  @Test
  void aPartThatIsWholeAlreadyIsPlacedWithoutAsking() throws Exception {
    leavePart("\"v1\"");
    Files.write(Sample.partial(dir), Sample.CONTENT);
    try (ScriptedServer server = serve(Replies.status(404))) {
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aWholePartOfWrongBytesStartsOver() throws Exception {
    leavePart("\"v1\"");
    Files.write(Sample.partial(dir), Sample.corrupted());
    try (ScriptedServer server = serve(Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly("none");
    }
  }

  @Test
  void aValidatorThatIsNoHeaderIsNotSent() throws Exception {
    leavePart("\"v1\"\r\nHost: elsewhere");
    try (ScriptedServer server = serve(Replies.whole(Sample.CONTENT))) {
      assertThat(server.ranges()).containsExactly("none");
    }
  }

  /** Fetches from a server that is still to be asked what it saw. */
  private ScriptedServer serve(Reply... replies) throws IOException {
    ScriptedServer server = new ScriptedServer(replies);
    try {
      Sample.fetch(dir, server.home());
      Sample.assertFetched(dir);
      return server;
    } catch (IOException | RuntimeException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  private void leavePart(String validator) throws IOException {
    Path partial = Sample.partial(dir);
    Files.createDirectories(partial.getParent());
    Files.write(partial, Arrays.copyOf(Sample.CONTENT, 120_000));
    Files.writeString(partial.resolveSibling("a.gz.validator"), validator);
  }
}
