package io.github.sid4j.report.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Holds a page in one file to its own content security policy, as a browser does. */
public final class PagePolicy {
  private PagePolicy() {}

  /** Fails unless style and script are named by hash, and nothing else of either is there. */
  public static void check(Document page) throws Exception {
    Element policy = page.select("meta[http-equiv=Content-Security-Policy]").first();
    assertThat(policy).isNotNull();
    assertThat(policy.attr("content"))
        .startsWith("default-src 'none';")
        .contains("style-src " + source(page.select("style").get(0).data()) + ";")
        .contains("script-src " + source(page.select("script").get(0).data()) + ";")
        .doesNotContain("unsafe");
    assertThat(page.select("style, script")).hasSize(2);
    assertThat(policy.nextElementSiblings()).contains(page.select("style").first());
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(it -> it.getKey().matches("style|on.*"))
                    .noneMatch(it -> it.getValue().startsWith("javascript:")));
  }

  /** The name of an inline style sheet or script in a policy. */
  public static String source(String content) throws Exception {
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
  }
}
