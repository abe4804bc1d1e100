package io.github.sid4j.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.FetchedWeights;
import io.github.sid4j.internal.data.PretrainedFiles;
import io.github.sid4j.internal.data.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PretrainedFetcherTest {
  @TempDir private Path temp;
  private LocalHub hub;

  @BeforeEach
  void start() throws IOException {
    hub = new LocalHub();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private PretrainedFetcher fetcher(String... variables) {
    Map<String, String> environment = new HashMap<>(Map.of("HF_ENDPOINT", hub.endpoint()));
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    FetchPolicy policy = Sample.policy(Duration.ofSeconds(5));
    return new PretrainedFetcher(policy, environment, temp.resolve("home"), temp.resolve("cache"));
  }

  private static PretrainedFiles fetch(PretrainedFetcher fetcher) throws IOException {
    return fetcher.fetch("hf:org/net", ProgressListener.NONE);
  }

  private void assertWhole(PretrainedFiles files) {
    assertThat(files.weights()).hasBinaryContent(Sample.CONTENT).hasFileName("model.safetensors");
    assertThat(files.config().orElseThrow()).hasBinaryContent(LocalHub.CONFIG);
    assertThat(files.source()).isEqualTo("hf:org/net@" + LocalHub.COMMIT);
  }

  @Test
  void filesComeWithTheHashesThatTheHubStatesAndTheTokenGoesToItAlone() throws IOException {
    assertWhole(fetch(fetcher("HF_TOKEN", "hf_secret")));
    assertThat(hub.requests())
        .filteredOn(request -> request.server().equals("hub"))
        .extracting(LocalHub.Request::token)
        .containsOnly("Bearer hf_secret");
    assertThat(hub.requests())
        .filteredOn(request -> request.server().equals("store"))
        .isNotEmpty()
        .extracting(LocalHub.Request::token)
        .containsOnlyNulls();
  }

  @Test
  void whatIsKeptDoesNotComeAgainAndCanBeListedAndRemoved() throws IOException {
    PretrainedFetcher fetcher = fetcher();
    PretrainedFiles first = fetch(fetcher);
    hub.requests().clear();
    assertThat(fetch(fetcher)).isEqualTo(first);
    assertThat(hub.requests()).extracting(LocalHub.Request::method).containsOnly("HEAD");
    assertThat(fetch(fetcher("HF_HUB_OFFLINE", "1"))).isEqualTo(first);
    assertThat(fetcher.cached())
        .extracting(FetchedWeights::source)
        .containsExactly(first.source(), first.source());
    Path foreign = Files.writeString(temp.resolve("cache/notes.txt"), "mine");
    assertThat(fetcher.clearCache()).isEqualTo(Sample.CONTENT.length + LocalHub.CONFIG.length);
    assertThat(fetcher.cached()).isEmpty();
    assertThat(first.weights()).doesNotExist();
    assertThat(foreign).exists();
    assertThatThrownBy(() -> fetch(fetcher("HF_HUB_OFFLINE", "1")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("HF_HUB_OFFLINE");
  }

  @Test
  void aDamagedFileInTheCacheIsFetchedAgain() throws IOException {
    PretrainedFetcher fetcher = fetcher();
    Files.write(fetch(fetcher).weights(), Sample.corrupted());
    assertWhole(fetch(fetcher));
  }

  @Test
  void aDownloadThatBreaksOffIsResumed() throws IOException {
    hub.cuttingAfter(70_000);
    assertWhole(fetch(fetcher()));
    assertThat(hub.requests())
        .filteredOn(request -> request.server().equals("store"))
        .extracting(LocalHub.Request::range)
        .containsExactly(null, "bytes=70000-");
  }

  @Test
  void aLinkThatHasExpiredIsAskedForAgain() throws IOException {
    hub.failing(403, 503);
    assertWhole(fetch(fetcher()));
  }

  @Test
  void bytesOfAnotherHashAreNeverPlaced() {
    hub.sending(Sample.corrupted());
    assertThatThrownBy(() -> fetch(fetcher()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected SHA-256 " + Sample.sha256(Sample.CONTENT).hex())
        .hasMessageNotContaining("secret");
    assertThat(temp.resolve("cache").resolve(Sample.sha256(Sample.CONTENT).hex())).doesNotExist();
  }

  @Test
  void whatTheHubsOwnClientKeptIsTaken() throws IOException {
    Path blobs = Files.createDirectories(temp.resolve("hf/models--org--net/blobs"));
    Path theirs = Files.write(blobs.resolve(Sample.sha256(Sample.CONTENT).hex()), Sample.CONTENT);
    PretrainedFiles files = fetch(fetcher("HF_HUB_CACHE", temp.resolve("hf").toString()));
    assertThat(files.weights()).isEqualTo(theirs);
  }

  @ParameterizedTest
  @CsvSource({
    "401, RepoNotFound, set HF_TOKEN",
    "404, RepoNotFound, correct the name",
    "404, RevisionNotFound, behind @",
    "403, GatedRepo, accept them on its page",
    "404, EntryNotFound, a repository with model.safetensors",
    "418, Teapot, HF_ENDPOINT"
  })
  void refusalsSayTheWayOut(int status, String code, String words) {
    hub.refusing(status, code);
    assertThatThrownBy(() -> fetch(fetcher()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("hf:org/net@main: expected")
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hf:net",
        "hf:org/../net",
        "hf:org/net@a/b",
        "http://example.org/model.safetensors",
        "https://user:key@example.org/model.safetensors",
        "https://example.org/model.pth",
        "https://example.org/model.safetensors#md5=1"
      })
  void otherAddressesAreRefusedBeforeAServerIsAsked(String address) {
    assertThatThrownBy(() -> fetcher().fetch(address, ProgressListener.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("key");
    assertThat(hub.requests()).isEmpty();
  }

  @Test
  void anEndpointWithoutEncryptionIsRefused() {
    assertThatThrownBy(() -> fetch(fetcher("HF_ENDPOINT", "http://example.org")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("HF_ENDPOINT");
  }

  @Test
  void anAddressOfTheWebIsCheckedAgainstTheHashThatIsGiven() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            Replies.whole(new byte[0], "X-None: 1"),
            Replies.whole(Sample.CONTENT),
            Replies.status(404),
            Replies.status(404),
            Replies.whole(Sample.CONTENT))) {
      String hash = Sample.sha256(Sample.CONTENT).hex();
      PretrainedFiles files =
          fetcher()
              .fetch(server.home() + "a/net.safetensors#sha256=" + hash, ProgressListener.NONE);
      assertThat(files.weights()).hasBinaryContent(Sample.CONTENT).hasFileName("net.safetensors");
      assertThat(files.config()).isEmpty();
      assertThat(files.source()).isEqualTo(server.home() + "a/net.safetensors");
      assertThat(server.requests()).extracting(r -> r.path()).contains("/a/config.json");
    }
  }
}
