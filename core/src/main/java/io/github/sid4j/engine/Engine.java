package io.github.sid4j.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native library as a whole: its loading, its threads, its version. Loading happens by itself
 * with the first tensor.
 */
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private Engine() {}

  /** Loads once, when first touched; the JVM makes sure that only one thread does it. */
  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      NativeEnvironment.prepare();
      try {
        // Unpack all libraries before one is loaded: the loader would otherwise find a foreign
        // libtorch for the first and crash when the second does not match it.
        Loader.cacheResources("/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot unpack libtorch into " + cacheFolder(), e);
      }
      Loader.load(torch.class);
      if (Pointer.maxPhysicalBytes() > 0) {
        LOG.warn(
            "JavaCPP was used before sid4j and holds native memory to {} bytes; start the JVM with"
                + " -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 to avoid a false OutOfMemoryError",
            Pointer.maxPhysicalBytes());
      }
      return true;
    }

    private static String cacheFolder() {
      return System.getProperty("org.bytedeco.javacpp.cachedir", "~/.javacpp/cache");
    }
  }

  /** Loads libtorch if that has not happened yet. */
  public static void start() {
    if (!Loaded.DONE) {
      throw new IllegalStateException("libtorch did not load");
    }
  }

  /**
   * Sets how many threads one operation called from this thread may use. Threads that were started
   * before keep what they had.
   *
   * @param threads at least 1
   */
  public static void useThreads(int threads) {
    start();
    torch.set_num_threads(threads);
  }

  /**
   * How many threads one operation called from this thread may use.
   *
   * @return at least 1
   */
  public static int threads() {
    start();
    return torch.get_num_threads();
  }

  /**
   * The release of libtorch in use.
   *
   * @return with that of its Java binding, for example {@code 2.10.0-1.5.13}; {@code unknown} where
   *     its jar does not say
   */
  public static String version() {
    String version = torch.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
