package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RedirectTest {
  @TempDir Path dir;

  @Test
  void aRedirectIsFollowed() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            Replies.redirect("/elsewhere/b?key=secret"), Replies.whole(Sample.CONTENT))) {
      Sample.fetch(dir, server.home());
      assertThat(server.requests())
          .extracting(r -> r.path())
          .containsExactly("/a.gz", "/elsewhere/b?key=secret");
    }
    Sample.assertFetched(dir);
  }

  @Test
  void theRangeIsAskedForAfterTheRedirectToo() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            Replies.cut(Sample.CONTENT, 1000, Replies.TAG),
            Replies.redirect("/b"),
            Replies.ranged(Sample.CONTENT, "\"v1\""))) {
      Sample.fetch(dir, server.home());
      assertThat(server.ranges()).containsExactly("none", "bytes=1000-", "bytes=1000-");
    }
    Sample.assertFetched(dir);
  }

  @Test
  void aLoopOfRedirectsEnds() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.redirect("/a.gz"))) {
      assertThatThrownBy(() -> Sample.fetch(dir, server.home()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("redirects more than 3 times");
      assertThat(server.requests()).hasSize(4);
    }
    Sample.assertNothingPlaced(dir);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "ftp://127.0.0.1/a.gz",
        "jar:file:/x!/y",
        "javascript:0",
        "http:///no-host",
        "http://127.0.0.1:99999/a.gz",
        "ht tp://not an address"
      })
  void aRedirectOffTheWebIsRefused(String location) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.redirect(location))) {
      assertThatThrownBy(() -> Sample.fetch(dir, server.home()))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a.gz could not be fetched: " + server.home() + "a.gz ")
          .hasMessageNotContainingAny("\n");
      assertThat(server.requests()).hasSize(1);
    }
    Sample.assertNothingPlaced(dir);
  }

  @Test
  void aRedirectToNowhereIsRefused() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.status(302))) {
      assertThatThrownBy(() -> Sample.fetch(dir, server.home()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("redirects from http to nowhere");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http, http, true",
    "http, https, true",
    "https, https, true",
    "HTTPS, HTTPS, true",
    "https, http, false",
    "HTTPS, http, false",
    "http, ftp, false"
  })
  void encryptionIsNotGivenUp(String from, String to, boolean allowed) {
    URI start = URI.create(from + "://a.example/");
    assertThat(Addresses.mayLead(start, URI.create(to + "://b.example/"))).isEqualTo(allowed);
  }
}
