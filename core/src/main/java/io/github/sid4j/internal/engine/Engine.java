package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.NativeLibraryException;
import java.io.File;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
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
    /**
     * Empty after success. An exception from here would hide behind others, in later calls alike.
     */
    static final Optional<String> FAILURE = load();

    private static Optional<String> load() {
      boolean mayChange = HostPermission.use();
      if (mayChange) {
        NativeEnvironment.prepare();
      }
      try {
        File folder = NativeLibraries.load();
        if (mayChange) {
          OpenBlasPool.limit(folder);
        }
      } catch (NativeLibraryException e) {
        LOG.debug("libtorch is not loaded", e);
        return Optional.of(String.valueOf(e.getMessage()));
      }
      if (mayChange && Pointer.maxPhysicalBytes() > 0) {
        LOG.warn(
            "JavaCPP was used before sid4j and holds native memory to {} bytes; start the JVM with"
                + " -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 to avoid a false OutOfMemoryError",
            Pointer.maxPhysicalBytes());
      }
      return Optional.empty();
    }
  }

  /**
   * Loads libtorch if that has not happened yet.
   *
   * @throws NativeLibraryException if it cannot be unpacked or loaded, at every call alike
   */
  public static void start() {
    if (Loaded.FAILURE.isPresent()) {
      throw new NativeLibraryException(Loaded.FAILURE.get(), null);
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

  /**
   * Which kernels libtorch chooses for this processor: others may give other bits.
   *
   * @return for example {@code AVX2}
   */
  public static String cpuCapability() {
    start();
    try (BytePointer name = torch.get_cpu_capability()) {
      return name.getString();
    }
  }
}
