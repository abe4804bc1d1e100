package io.github.sid4j.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
  private static Optional<RequestHead> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return RequestHead.parse(bytes, bytes.length);
  }

  @Test
  void methodPathAndHostAreTaken() {
    assertThat(parse("GET /now?x=1 HTTP/1.1\r\nAccept: */*\r\nhOST:  a:1 \r\n\r\n"))
        .contains(new RequestHead("GET", "/now", "a:1"));
    assertThat(parse("GET / HTTP/1.0\n\n")).contains(new RequestHead("GET", "/", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "GET",
        "GET /",
        "GET / HTTP/2.0",
        "GET  / HTTP/1.1",
        "GET / HTTP/1.1 ",
        "G\u0000T / HTTP/1.1",
        "GET /\u00e4 HTTP/1.1",
        "GET / HTTP/1.1\r\nHost 127.0.0.1",
        "GET / HTTP/1.1\r\nHost : 127.0.0.1",
        "GET / HTTP/1.1\r\nX: a\r\n b: c",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET / HTTP/1.1\r\nHost: a\u0000b",
        "GET / HTTP/1.1\rHost: a"
      })
  void whatIsNoRequestIsNone(String text) {
    assertThat(parse(text + "\r\n\r\n")).isEmpty();
  }

  @Test
  void aHeadEndsWithItsEmptyLine() {
    for (String head : new String[] {"A\r\n\r\n", "A\n\n", "A\n\r\n"}) {
      byte[] bytes = (head + "BODY\n\n").getBytes(StandardCharsets.US_ASCII);
      assertThat(RequestHead.end(bytes, bytes.length)).isEqualTo(head.length());
      assertThat(RequestHead.end(bytes, head.length() - 1)).isEqualTo(-1);
    }
  }

  @Property(tries = 300)
  void anyBytesAreARequestOrNone(@ForAll byte[] bytes) {
    int end = RequestHead.end(bytes, bytes.length);
    assertThat(end).isBetween(-1, bytes.length);
    RequestHead.parse(bytes, bytes.length)
        .ifPresent(head -> assertThat(head.method()).isNotEmpty());
  }
}
