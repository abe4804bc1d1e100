package io.github.sid4j.internal.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where what can be made or fetched again is kept for the user, on each system in its usual place.
 */
public final class UserCache {
  private UserCache() {}

  /**
   * A folder of the user who runs this process.
   *
   * @param name of the folder
   * @return need not exist
   */
  public static Path folder(String name) {
    return folder(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
        .resolve(name);
  }

  /**
   * The folder of all of them.
   *
   * @param environment variables
   * @param system name of the operating system
   * @param home folder of the user
   * @return need not exist
   */
  public static Path folder(Map<String, String> environment, String system, String home) {
    String name = system.toLowerCase(Locale.ROOT);
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    Path base;
    if (!cache.isEmpty()) {
      base = Path.of(cache);
    } else if (name.startsWith("windows") && !local.isEmpty()) {
      base = Path.of(local);
    } else if (name.startsWith("mac")) {
      base = Path.of(home, "Library", "Caches");
    } else {
      base = Path.of(home, ".cache");
    }
    return base.resolve("sid4j");
  }
}
