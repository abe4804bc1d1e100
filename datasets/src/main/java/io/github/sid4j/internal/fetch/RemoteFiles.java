package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.fetch.FetchFailure.Reach;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Asks servers what they know of files: size and hash come before the first byte. */
final class RemoteFiles {
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;
  private static final String SHA256 = "[0-9a-fA-F]{64}";
  private static final String GIT = "[0-9a-fA-F]{40}";

  private final Retries retries;
  private final HttpSource source;

  RemoteFiles(FetchPolicy policy, RequestRules rules) {
    this.retries = new Retries(policy);
    this.source = new HttpSource(policy, rules);
  }

  /**
   * Asks a hub.
   *
   * @param what the repository, for messages
   * @return empty if the repository has no such file
   * @throws InputException if there is no such repository, or it may not be read
   */
  Optional<RemoteFile> ofHub(String what, URI address, String name) throws IOException {
    try (Answer answer = insist(address, () -> source.head(address))) {
      Optional<RemoteFile> stated = stated(answer, address, name);
      String code = answer.header("X-Error-Code").orElse("");
      if (stated.isPresent()) {
        return stated;
      }
      if (answer.status() == MISSING && code.equals("EntryNotFound")) {
        return Optional.empty();
      }
      throw refused(what, answer.status(), code);
    }
  }

  private static InputException refused(String what, int status, String code) {
    if (code.equals("GatedRepo")) {
      return new InputException(
          what,
          "a repository whose terms you have accepted",
          "status " + status,
          "accept them on its page, and set HF_TOKEN to a token of yours");
    }
    if (code.equals("RevisionNotFound")) {
      return new InputException(what, "a revision that is there", "none", "correct it behind @");
    }
    if (status == UNAUTHORISED || status == FORBIDDEN || status == MISSING) {
      return new InputException(
          what,
          "a repository that can be read",
          "status " + status + ", which stands for none, or for one that is private",
          "correct the name, or set HF_TOKEN to a token that may read it");
    }
    return new InputException(
        what,
        "a hub that states size and hash of its files",
        "another answer, of status " + status,
        "correct HF_ENDPOINT, or fetch the files yourself and name model.safetensors");
  }

  /**
   * Asks any server for a file.
   *
   * @param checksum that is known beforehand; {@link Checksum#unstated} for none
   * @return empty if there is no such file
   */
  Optional<RemoteFile> ofWeb(URI address, String name, Checksum checksum) throws IOException {
    try (Answer answer = insist(address, () -> source.head(address))) {
      Optional<RemoteFile> stated = stated(answer, address, name);
      if (stated.isPresent()) {
        RemoteFile file = stated.get();
        return checksum.equals(Checksum.unstated())
            ? stated
            : Optional.of(new RemoteFile(address, name, file.bytes(), checksum, file.commit()));
      }
    }
    try (Answer answer = insist(address, () -> source.headAnywhere(address))) {
      if (answer.status() == MISSING || answer.status() == FORBIDDEN) {
        return Optional.empty();
      }
      if (answer.status() != Answer.OK || answer.length() < 1) {
        throw new FetchFailure(
            Reach.HOME, address + " answers with status " + answer.status() + " and no size");
      }
      return Optional.of(
          new RemoteFile(address, name, answer.length(), checksum, Optional.empty()));
    }
  }

  /** What a hub states; empty if this is no answer of one. */
  private static Optional<RemoteFile> stated(Answer answer, URI address, String name) {
    Optional<String> commit = answer.header("X-Repo-Commit").filter(text -> text.matches(GIT));
    boolean there = answer.status() == Answer.OK || answer.status() / 100 == 3;
    String tag =
        answer
            .header("X-Linked-Etag")
            .or(() -> answer.header("ETag"))
            .map(text -> text.replaceFirst("^W/", "").replace("\"", ""))
            .orElse("");
    String size = answer.header("X-Linked-Size").orElse(Long.toString(answer.length()));
    boolean hashed = tag.matches(SHA256) || tag.matches(GIT);
    if (!there || commit.isEmpty() || !hashed || !size.matches("[1-9]\\d{0,17}")) {
      return Optional.empty();
    }
    Checksum checksum = tag.matches(SHA256) ? Checksum.sha256(tag) : Checksum.gitBlob(tag);
    return Optional.of(new RemoteFile(address, name, Long.parseLong(size), checksum, commit));
  }

  /** One request. */
  private interface Asking {
    Answer ask() throws FetchFailure;
  }

  /** A status that may pass is an answer only if it is the last one. */
  private Answer insist(URI address, Asking asking) throws IOException {
    return retries.of(
        address,
        last -> {
          Answer answer = asking.ask();
          if (last || !FetchFailure.mayPass(answer.status())) {
            return answer;
          }
          answer.close();
          throw new FetchFailure(
              Reach.ATTEMPT, address + " answers with status " + answer.status());
        });
  }
}
