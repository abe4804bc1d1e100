package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the hub is reached, by the variables that its own client reads.
 *
 * @param endpoint its address, https unless it is on this machine
 * @param token sent to the endpoint alone; empty for none
 * @param hubCache folder in which the hub's own client keeps files
 * @param offline whether no server is to be asked
 */
record HubAccess(URI endpoint, Optional<String> token, Path hubCache, boolean offline)
    implements RequestRules {
  private static final String PUBLIC = "https://huggingface.co";
  private static final long MOST_BYTES = 1 << 12;

  /** By the variables of an environment, and the user's home where they are silent. */
  static HubAccess of(Map<String, String> environment, Path home) throws IOException {
    Path root =
        value(environment, "HF_HOME")
            .map(Path::of)
            .orElseGet(
                () ->
                    value(environment, "XDG_CACHE_HOME")
                        .map(Path::of)
                        .orElse(home.resolve(".cache"))
                        .resolve("huggingface"));
    return new HubAccess(
        endpoint(value(environment, "HF_ENDPOINT").orElse(PUBLIC)),
        token(environment, root),
        value(environment, "HF_HUB_CACHE").map(Path::of).orElse(root.resolve("hub")),
        value(environment, "HF_HUB_OFFLINE").filter(HubAccess::isTrue).isPresent());
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static boolean isTrue(String text) {
    return Stream.of("1", "true", "yes", "on").anyMatch(text::equalsIgnoreCase);
  }

  private static URI endpoint(String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", "") + "/");
      if (Addresses.isPrivate(uri) && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, without showing what may be a secret.
    }
    throw new InputException(
        "HF_ENDPOINT", "an https address, such as " + PUBLIC, "another text", "correct it");
  }

  private static Optional<String> token(Map<String, String> environment, Path root)
      throws IOException {
    Optional<String> given =
        value(environment, "HF_TOKEN").or(() -> value(environment, "HUGGING_FACE_HUB_TOKEN"));
    Path file = value(environment, "HF_TOKEN_PATH").map(Path::of).orElse(root.resolve("token"));
    if (given.isEmpty() && Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
      given = Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    }
    if (given.isPresent() && !given.get().matches("[\\x21-\\x7e]+")) {
      throw new InputException("HF_TOKEN", "a token of the hub", "another text", "correct it");
    }
    return given;
  }

  /** Only over connections that nobody can read along. */
  @Override
  public boolean allows(URI uri) {
    return Addresses.isPrivate(uri);
  }

  /** The token goes to the endpoint, and never to where that redirects to. */
  @Override
  public Map<String, String> headers(URI uri) {
    return token.isPresent() && Addresses.sameServer(endpoint, uri)
        ? Map.of("Authorization", "Bearer " + token.get())
        : Map.of();
  }
}
