package io.github.sid4j.internal.fetch;

import io.github.sid4j.internal.fetch.FetchFailure.Reach;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;

/**
 * Asks web servers for files. Uses the JDK's older client because only that one lets a read within
 * the body time out, and follows redirects by hand because the client would follow them anywhere.
 */
final class HttpSource {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final FetchPolicy policy;
  private final RequestRules rules;

  HttpSource(FetchPolicy policy) {
    this(policy, RequestRules.OPEN);
  }

  HttpSource(FetchPolicy policy, RequestRules rules) {
    this.policy = policy;
    this.rules = rules;
  }

  /**
   * Asks what is known of a file. Redirects are followed on its own server; one that leads
   * elsewhere is itself the answer.
   */
  Answer head(URI uri) throws FetchFailure {
    return follow("HEAD", uri, 0, "", false);
  }

  /** Asks what is known of a file, wherever it is. */
  Answer headAnywhere(URI uri) throws FetchFailure {
    return follow("HEAD", uri, 0, "", true);
  }

  /** Asks for the whole of a file. */
  Answer ask(URI uri) throws FetchFailure {
    return follow("GET", uri, 0, "", true);
  }

  /** Asks for the rest of a file if it is still the one that the validator belongs to. */
  Answer askFrom(URI uri, long offset, String validator) throws FetchFailure {
    return follow("GET", uri, offset, validator, true);
  }

  private Answer follow(String method, URI uri, long offset, String validator, boolean elsewhere)
      throws FetchFailure {
    check(uri, uri);
    URI at = uri;
    for (int followed = 0; followed <= policy.redirects(); followed++) {
      Answer answer = request(method, uri, at, offset, validator);
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      URI next = redirected(uri, at, answer);
      if (!elsewhere && !Addresses.sameServer(at, next)) {
        return answer;
      }
      check(uri, next);
      at = next;
    }
    throw new FetchFailure(
        Reach.HOME, uri + " redirects more than " + policy.redirects() + " times");
  }

  private void check(URI asked, URI at) throws FetchFailure {
    if (!rules.allows(at)) {
      throw new FetchFailure(
          Reach.HOME,
          asked
              + (asked.equals(at) ? " is" : " redirects to")
              + " an address without encryption, which is not followed");
    }
  }

  /** Messages name the address that was asked first: a later one may carry secrets. */
  private Answer request(String method, URI asked, URI at, long offset, String validator)
      throws FetchFailure {
    try {
      HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout((int) policy.connectTimeout().toMillis());
      connection.setReadTimeout((int) policy.idleTimeout().toMillis());
      connection.setRequestProperty("User-Agent", "sid4j");
      connection.setRequestProperty("Accept", "*/*");
      // The hashes are those of the stored bytes, so no server may recode them on the way.
      connection.setRequestProperty("Accept-Encoding", "identity");
      rules.headers(at).forEach(connection::setRequestProperty);
      if (offset > 0) {
        connection.setRequestProperty("Range", "bytes=" + offset + "-");
        connection.setRequestProperty("If-Range", validator);
      }
      return new Answer(connection, connection.getResponseCode());
    } catch (IOException e) {
      throw new FetchFailure(
          Reach.ATTEMPT, asked + " did not answer: " + FetchFailure.reason(e), e);
    }
  }

  private static URI redirected(URI asked, URI at, Answer answer) throws FetchFailure {
    try (answer) {
      String location = answer.connection().getHeaderField("Location");
      URI next = location == null ? null : at.resolve(location.strip());
      if (next != null && Addresses.mayLead(at, next)) {
        return next;
      }
      throw new FetchFailure(
          Reach.HOME,
          asked
              + " redirects from "
              + at.getScheme()
              + " to "
              + (next == null ? "nowhere" : "a " + next.getScheme() + " address")
              + ", which is not followed");
    } catch (IllegalArgumentException e) {
      throw new FetchFailure(Reach.HOME, asked + " redirects to what is not an address", e);
    }
  }
}
