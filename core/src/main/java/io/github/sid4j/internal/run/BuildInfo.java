package io.github.sid4j.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this copy of sid4j was built from.
 *
 * @param version of sid4j, for example {@code 0.1.0}
 * @param commit its git commit in 40 hexadecimal digits, {@code unknown} for a build from a folder
 *     without git's records
 * @param dirty whether the sources differed from that commit
 */
public record BuildInfo(String version, String commit, boolean dirty) {
  /**
   * Reads what the build left in the jar.
   *
   * @return of this copy
   */
  public static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(
        properties.getProperty("version"),
        properties.getProperty("commit"),
        Boolean.parseBoolean(properties.getProperty("dirty")));
  }
}
