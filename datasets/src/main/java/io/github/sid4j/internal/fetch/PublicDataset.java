package io.github.sid4j.internal.fetch;

import io.github.sid4j.error.InputException;
import java.net.URI;
import java.util.List;

/**
 * A data set with a public home.
 *
 * @param name its name in settings, of lower-case letters, digits and hyphens
 * @param homes where its files are, in the order in which they are tried, at least one; an address
 *     of a folder, http or https. Plain http is good enough because every file's hash is known
 * @param files what it consists of, at least one
 */
public record PublicDataset(String name, List<URI> homes, List<PublicFile> files) {
  /**
   * Makes every home the address of a folder, so that file names resolve below it.
   *
   * @throws InputException if a home is not an address that files can be fetched from
   */
  public PublicDataset {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("name must be of a-z, 0-9 and -, found " + name);
    }
    if (homes.isEmpty() || files.isEmpty()) {
      throw new IllegalArgumentException(name + " needs a home and a file");
    }
    homes = homes.stream().map(PublicDataset::folder).toList();
    files = List.copyOf(files);
  }

  /**
   * The same data set at another place, such as a mirror.
   *
   * @param home the address of the folder that holds its files
   * @return the data set with this as its only home
   * @throws InputException if the address is not one that files can be fetched from
   */
  public PublicDataset withHome(URI home) {
    return new PublicDataset(name, List.of(home), files);
  }

  private static URI folder(URI home) {
    // A query would be lost when a name is resolved; a password would show up in messages.
    boolean bare =
        home.getRawUserInfo() == null
            && home.getRawQuery() == null
            && home.getRawFragment() == null;
    if (!Addresses.isWeb(home) || !bare) {
      throw new InputException(
          "home of a data set",
          "an http or https address of a folder without user, query and fragment",
          home.toString().contains("@") ? "one with a user" : home.toString(),
          "give one such as https://example.org/data/");
    }
    return home.getRawPath().endsWith("/") ? home : URI.create(home + "/");
  }
}
