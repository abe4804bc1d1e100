package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.File;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenBLAS's own threads. They compete with OpenMP's for the cores: a step of ten small modules
 * takes 200 to 300 ms with both and 6 ms with OpenMP's alone.
 */
final class OpenBlasPool {
  private static final Logger LOG = LoggerFactory.getLogger(OpenBlasPool.class);

  private OpenBlasPool() {}

  /** The part of OpenBLAS that is called. */
  interface OpenBlas extends Library {
    void openblas_set_num_threads(int threads);
  }

  /**
   * Has OpenBLAS compute on the thread that calls it. A number in the environment wins.
   *
   * @param folder with the libraries that are loaded
   */
  static void limit(File folder) {
    if (System.getenv("OPENBLAS_NUM_THREADS") != null) {
      return;
    }
    Stream.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")
        .map(name -> new File(folder, name))
        .filter(File::exists)
        .findFirst()
        .ifPresent(OpenBlasPool::limitIn);
  }

  private static void limitIn(File library) {
    try {
      // The file that libtorch is linked to, so that this is the copy that is loaded already.
      Native.load(library.getPath(), OpenBlas.class).openblas_set_num_threads(1);
      LOG.info("limited OpenBLAS to the calling thread; NativeProcess says why");
    } catch (LinkageError | RuntimeException e) {
      LOG.warn(
          "could not limit OpenBLAS's threads ({}); for full speed start the JVM with"
              + " OPENBLAS_NUM_THREADS=1 in the environment",
          e.getMessage());
    }
  }
}
