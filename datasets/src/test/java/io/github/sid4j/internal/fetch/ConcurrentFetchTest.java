package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ConcurrentFetchTest {
  @TempDir Path dir;

  @Test
  void aSecondFetchOfThisProcessIsRefusedAndTheFirstEndsWell() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ScriptedServer server =
        new ScriptedServer(
            (request, out) -> {
              asked.countDown();
              await(answer);
              Replies.whole(Sample.CONTENT).to(request, out);
            })) {
      Future<List<Path>> first = threads.submit(() -> Sample.fetch(dir, server.home()));
      asked.await();
      assertThatThrownBy(() -> Sample.fetch(dir, server.home())).satisfies(this::saysWhoHasIt);
      answer.countDown();
      assertThat(first.get()).containsExactly(Sample.place(dir));
      assertThat(server.requests()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    Sample.assertFetched(dir);
  }

  @Test
  void aFetchBesideAnotherProcessIsRefusedUntilThatEnds() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                dir.toString(),
                "sample")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('u');
      assertThatThrownBy(() -> Sample.fetch(dir, URI.create("http://127.0.0.1:1/")))
          .satisfies(this::saysWhoHasIt);
      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
    } finally {
      other.destroyForcibly();
    }
    try (ScriptedServer server = new ScriptedServer(Replies.whole(Sample.CONTENT))) {
      Sample.fetch(dir, server.home());
    }
    Sample.assertFetched(dir);
  }

  private void saysWhoHasIt(Throwable refusal) {
    assertThat(refusal)
        .isInstanceOf(InputException.class)
        .hasMessage(
            dir
                + ": expected nobody else to be fetching sample into it, found another fetch under"
                + " way; wait for that to end and run again");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
