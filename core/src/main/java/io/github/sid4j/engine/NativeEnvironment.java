package io.github.sid4j.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be right in the process before libtorch is loaded. The launcher sets the same things
 * in the environment; here they are set from inside for programs that use the library. What the
 * user has set himself is left alone.
 */
final class NativeEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

  private static final int M_TRIM_THRESHOLD = -1;
  private static final int M_MMAP_MAX = -4;
  private static final int M_ARENA_MAX = -8;

  private NativeEnvironment() {}

  /** The part of the C library that is called. */
  interface LibC extends Library {
    int setenv(String name, String value, int overwrite);

    int mallopt(int parameter, int value);
  }

  static void prepare() {
    // JavaCPP counts native memory against a limit of 4 x Xmx and throws OutOfMemoryError beyond
    // it; the machine's memory is the limit that matters.
    defaultProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    defaultProperty("org.bytedeco.javacpp.maxBytes", "0");
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        || launcherDidIt()) {
      return;
    }
    try {
      LibC libc = Native.load("c", LibC.class);
      // OpenBLAS's own pool fights with OpenMP's: one of them has to stay out.
      libc.setenv("OPENBLAS_NUM_THREADS", "1", 0);
      // OpenMP's idle threads must not spin: on a machine that does anything else beside, they take
      // the very core that the others wait for, and steps get many times slower. Who has a machine
      // to himself may let them.
      if (System.getenv("GOMP_SPINCOUNT") == null) {
        libc.setenv("OMP_WAIT_POLICY", "passive", 0);
      }
      if (stopsAtAvx2()) {
        // oneDNN's kernels of convolutions for AVX2 write past their memory for odd numbers of
        // channels; those for AVX do not.
        libc.setenv("ONEDNN_MAX_CPU_ISA", "AVX", 0);
      }
      if (System.getenv("MALLOC_MMAP_MAX_") == null) {
        // Large tensors come from the heap, and the heap is kept: otherwise every step pays the
        // page faults of its memory again.
        libc.mallopt(M_MMAP_MAX, 0);
        libc.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE);
        libc.mallopt(M_ARENA_MAX, 1);
      }
    } catch (LinkageError | RuntimeException e) {
      LOG.warn(
          "could not adjust the native environment ({}); for full speed start with"
              + " OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=passive MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184"
              + " MALLOC_ARENA_MAX=1",
          e.getMessage());
    }
  }

  private static boolean stopsAtAvx2() {
    try {
      String processor = Files.readString(Path.of("/proc/cpuinfo"));
      return processor.contains(" avx2 ") && !processor.contains(" avx512f ");
    } catch (IOException e) {
      return false; // What is not known stays as it is.
    }
  }

  /** Then the C library need not be called, which unpacks a library of its own. */
  private static boolean launcherDidIt() {
    return Stream.of("OPENBLAS_NUM_THREADS", "MALLOC_MMAP_MAX_")
            .allMatch(name -> System.getenv(name) != null)
        && Stream.of("GOMP_SPINCOUNT", "OMP_WAIT_POLICY")
            .anyMatch(name -> System.getenv(name) != null);
  }

  private static void defaultProperty(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
