package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository of the hub in one of its versions.
 *
 * @param name organisation and name, joined by a slash
 * @param revision branch, tag or commit
 */
record HubRepository(String name, String revision) {
  private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
  private static final Pattern FORM =
      Pattern.compile("hf:(" + WORD + "/" + WORD + ")(?:@(" + WORD + "))?");

  /**
   * Reads an address.
   *
   * @param address {@code hf:ORG/NAME} or {@code hf:ORG/NAME@REVISION}
   * @throws InputException if it is none
   */
  static HubRepository of(String address) {
    Matcher form = FORM.matcher(address);
    if (!form.matches() || address.contains("..")) {
      throw new InputException(
          "pretrained", "hf:ORG/NAME or hf:ORG/NAME@REVISION", address, "correct it");
    }
    return new HubRepository(form.group(1), form.group(2) == null ? "main" : form.group(2));
  }

  /** Where a file of it is. */
  URI file(URI endpoint, String file) {
    return endpoint.resolve(name + "/resolve/" + revision + "/" + file);
  }

  /** The folder of it in the cache of the hub's own client. */
  String folder() {
    return "models--" + name.replace("/", "--");
  }

  @Override
  public String toString() {
    return "hf:" + name + "@" + revision;
  }
}
