package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.NativeLibraryException;
import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** Unpacks libtorch and loads it, and puts into one line why that fails. */
final class NativeLibraries {
  static final String CACHE = "org.bytedeco.javacpp.cachedir";

  private static final String ANOTHER_FOLDER =
      "start the JVM with -D"
          + CACHE
          + "=DIR, for sid by JAVA_TOOL_OPTIONS, where DIR is a folder that can be written to and"
          + " run from, with 500 MB free";

  private NativeLibraries() {}

  /**
   * Loads libtorch.
   *
   * @return the folder that it is loaded from
   * @throws NativeLibraryException if it cannot be unpacked or loaded
   */
  static File load() {
    File[] unpacked = unpack();
    try {
      if (Loader.isLoadLibraries()) {
        Loader.load(torch.class);
      } else {
        NamedLibraries.load();
      }
      return unpacked[0];
    } catch (IOException | LinkageError e) {
      if (unpacked == null || unpacked.length == 0) {
        throw absent(e);
      }
      String reason = reason(e);
      throw new NativeLibraryException(
          "libtorch cannot be loaded from " + folder() + ": " + reason + "; " + remedy(reason), e);
    }
  }

  /**
   * Unpacks all libraries before one is loaded: the loader would otherwise find a foreign libtorch
   * for the first and crash when the second does not match it.
   */
  private static File[] unpack() {
    try {
      return Loader.cacheResources("/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
    } catch (IOException | SecurityException e) {
      throw new NativeLibraryException(
          "libtorch cannot be unpacked into " + folder() + ": " + reason(e) + "; " + ANOTHER_FOLDER,
          e);
    }
  }

  private static NativeLibraryException absent(Throwable e) {
    return new NativeLibraryException(
        "libtorch for "
            + Loader.getPlatform()
            + " is not on the class path; add org.bytedeco:pytorch, openblas and javacpp with this"
            + " classifier, or use a platform for which they exist",
        e);
  }

  /** Where the loader unpacks to; all folders that it tries, if it can use none of them. */
  private static String folder() {
    try {
      return Loader.getCacheDir().toString();
    } catch (IOException e) {
      String given = System.getProperty(CACHE);
      return "%s%s/.javacpp/cache or %s/.javacpp-%s/cache"
          .formatted(
              given == null ? "" : given + ", ",
              System.getProperty("user.home"),
              System.getProperty("java.io.tmpdir"),
              System.getProperty("user.name"));
    }
  }

  /** The system's own words, which are in the last exception of a chain. */
  private static String reason(Throwable thrown) {
    Throwable last = thrown;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.toString() : last.getMessage();
  }

  private static String remedy(String reason) {
    if (reason.contains("libgomp")) {
      return "install libgomp (Debian and Ubuntu: apt install libgomp1)";
    }
    if (reason.contains("GLIBC") || reason.contains("musl") || reason.contains("ld-linux")) {
      return "use a system with a newer GNU C library";
    }
    if (reason.contains("cannot open shared object file")) {
      return "install the library that is missing";
    }
    if (reason.contains("wrong ELF class") || reason.contains("architecture")) {
      return "use a JVM of this machine's architecture";
    }
    return "if programs may not be run from there or a file is damaged, " + ANOTHER_FOLDER;
  }
}
