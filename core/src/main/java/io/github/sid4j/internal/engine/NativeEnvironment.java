package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be right in the process before libtorch is loaded. What the user has set stays as it
 * is.
 */
public final class NativeEnvironment {
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

  /** The least: without it results are wrong or memory runs out that is there. */
  static void prepare() {
    List<String> changed = new ArrayList<>();
    // JavaCPP counts native memory against a limit of 4 x Xmx and throws OutOfMemoryError beyond
    // it; the machine's memory is the limit that matters.
    for (String limit : List.of("maxPhysicalBytes", "maxBytes")) {
      String name = "org.bytedeco.javacpp." + limit;
      if (System.getProperty(name) == null) {
        System.setProperty(name, "0");
        changed.add("-D" + name + "=0");
      }
    }
    String isa = "ONEDNN_MAX_CPU_ISA";
    if (isLinux() && stopsAtAvx2() && System.getenv(isa) == null && setenv(isa, "AVX")) {
      // oneDNN's kernels of convolutions for AVX2 write past their memory for odd numbers of
      // channels; those for AVX do not. It has no function for that which libtorch exports.
      changed.add(isa + "=AVX");
    }
    if (!changed.isEmpty()) {
      LOG.info("set in this process: {}; NativeProcess says why", String.join(", ", changed));
    }
  }

  /** All that makes training faster. The launcher sets the same before the process starts. */
  public static void tune() {
    if (!isLinux()) {
      return;
    }
    // OpenMP's idle threads must not spin: on a machine that does anything else, they take the very
    // core that the others wait for, and steps get many times slower.
    if (System.getenv("GOMP_SPINCOUNT") == null && System.getenv("OMP_WAIT_POLICY") == null) {
      setenv("OMP_WAIT_POLICY", "passive");
    }
    if (System.getenv("MALLOC_MMAP_MAX_") == null) {
      // Large tensors come from the heap, and the heap is kept: otherwise every step pays the page
      // faults of its memory again.
      LibC libc = libc();
      if (libc != null) {
        libc.mallopt(M_MMAP_MAX, 0);
        libc.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE);
        libc.mallopt(M_ARENA_MAX, 1);
      }
    }
  }

  /** Leaves a variable alone that is set. */
  private static boolean setenv(String name, String value) {
    LibC libc = libc();
    return libc != null && libc.setenv(name, value, 0) == 0;
  }

  private static @Nullable LibC libc() {
    try {
      return Native.load("c", LibC.class);
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("could not call the C library ({})", e.getMessage());
      return null;
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static boolean stopsAtAvx2() {
    try {
      String processor = Files.readString(Path.of("/proc/cpuinfo"));
      return processor.contains(" avx2 ") && !processor.contains(" avx512f ");
    } catch (IOException e) {
      return false; // What is not known stays as it is.
    }
  }
}
