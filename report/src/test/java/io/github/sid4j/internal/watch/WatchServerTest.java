package io.github.sid4j.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to whom. */
class WatchServerTest {
  @TempDir private static Path temp;

  private static RunFolder held;
  private static WatchServer server;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    // Held, so that it counts as running however long the tests take.
    held = RunFolder.create(temp.resolve("run"), false);
    new SomeRun(temp.resolve("run")).begun().epoch(1).live(2, 25);
    server = WatchServer.start(temp.resolve("run"), OptionalInt.of(0));
    port = server.uri().getPort();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    held.close();
  }

  private static String ask(String method, String target, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head = method + " " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String target) throws IOException {
    return ask("GET", target, "Host: 127.0.0.1:" + port + "\r\n");
  }

  private static String status(String answer) {
    return answer.split(" ", 3)[1];
  }

  private static String header(String answer, String name) {
    return answer
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void thePageHasWhatTheOtherRouteReturns() throws IOException {
    Document page = Jsoup.parse(body(get("/")));
    assertThat(page.title()).isEqualTo("31 % · run");
    assertThat(page.select("h1").text()).isEqualTo("run");
    assertThat(page.select("main").outerHtml())
        .isEqualTo(Jsoup.parse(body(get("/now"))).select("main").outerHtml());
    assertThat(page.select("noscript meta[http-equiv=refresh]")).hasSize(1);
    assertThat(page.select("[src]").eachAttr("src")).allMatch(it -> it.startsWith("data:image/"));
  }

  @Test
  void whoAsksForLocalhostIsAnsweredToo() throws IOException {
    assertThat(status(ask("GET", "/", "host: localhost:" + port + "\r\n"))).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: evil.example\r\n",
        "Host: evil.example:PORT\r\n",
        "Host: 127.0.0.1.evil.example:PORT\r\n",
        "Host: localhost\r\n",
        "Host: localhost:1\r\n",
        "Host: \r\n"
      })
  void aRequestForAnotherHostIsRefused(String host) throws IOException {
    String answer = ask("GET", "/", host.replace("PORT", Integer.toString(port)));
    assertThat(status(answer)).isIn("403", "400");
    assertThat(answer).doesNotContain("digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void onlyGetIsAnswered(String method) throws IOException {
    String answer = ask(method, "/", "Host: 127.0.0.1:" + port + "\r\n");
    assertThat(status(answer)).isEqualTo("405");
    assertThat(header(answer, "allow")).isEqualTo("GET");
    assertThat(body(answer)).isEqualTo(method.equals("HEAD") ? "" : "only GET\n");
    assertThat(header(answer, "content-length")).isEqualTo("9");
  }

  @Test
  void whatIsNoRequestIsRefused() throws IOException {
    for (String garbage : new String[] {"\u0001\u0002", "GET /", "GET / HTTP/9.9", "nonsense"}) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write((garbage + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 400 Bad Request\r\n");
      }
    }
    assertThat(status(ask("GET", "/", "X: " + "x".repeat(9000) + "\r\n"))).isEqualTo("431");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/settings.yaml",
        "/now/",
        "/NOW",
        "//",
        "/../run/settings.yaml",
        "/%2e%2e/run/settings.yaml",
        "/now%00"
      })
  void thereIsNothingElseToAskFor(String target) throws IOException {
    String answer = get(target);
    assertThat(status(answer)).isIn("404", "400");
    assertThat(answer).doesNotContain("digits");
  }

  @Test
  void thePolicyNamesThePagesOwnStyleAndScript() throws Exception {
    String answer = get("/");
    String policy = header(answer, "content-security-policy");
    Document page = Jsoup.parse(body(answer));
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("style-src '" + hash(page.select("style").get(0).data()) + "';")
        .contains("script-src '" + hash(page.select("script").get(0).data()) + "';")
        .contains("connect-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.select("[style], [onclick], [onload], [onerror]")).isEmpty();
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "access-control-allow-origin")).isEmpty();
  }

  private static String hash(String content) throws Exception {
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(sum);
  }

  @Test
  void noOtherAddressOfTheMachineAnswers() throws IOException {
    for (var own : NetworkInterface.networkInterfaces().toList()) {
      for (var address : own.inetAddresses().filter(it -> !it.isLoopbackAddress()).toList()) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(
                  () -> socket.connect(new InetSocketAddress(address, port), /* timeout= */ 1000))
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedAndElseTheNextOneIs() throws IOException {
    assertThatThrownBy(() -> WatchServer.start(temp.resolve("run"), OptionalInt.of(port)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(port + ", which is taken");
    assertThatThrownBy(() -> WatchServer.start(temp.resolve("run"), OptionalInt.of(65_536)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a number from 0 to 65535");
    try (WatchServer one = WatchServer.start(temp.resolve("run"), OptionalInt.empty());
        WatchServer other = WatchServer.start(temp.resolve("run"), OptionalInt.empty())) {
      assertThat(one.uri().getPort()).isGreaterThanOrEqualTo(WatchServer.PORT);
      assertThat(other.uri().getPort()).isGreaterThan(one.uri().getPort());
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    // There is a run below it, but none in it.
    assertThatThrownBy(() -> WatchServer.start(temp, OptionalInt.of(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the folder of a run");
    assertThatThrownBy(() -> WatchServer.start(temp.resolve("notes.txt"), OptionalInt.of(0)))
        .isInstanceOf(InputException.class);
  }
}
