package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.NativeLibraryException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * Loads libtorch's files by their names, in the order in which they need each other. JavaCPP's own
 * loader searches the whole class path for libraries that some builds have, which takes as long as
 * all the rest of a start. The launcher switches it off for its process; in the process of others
 * it stays as it is.
 */
final class NamedLibraries {
  private static final String BINDING = "javacpp";
  private static final String BLAS = "openblas";
  private static final String TORCH = "pytorch";

  private NamedLibraries() {}

  private record Named(String jar, String file) {}

  private static final List<Named> FILES =
      List.of(
          new Named(BINDING, "libjnijavacpp.so"),
          new Named(BLAS, "libgcc_s.so.1"),
          new Named(BLAS, "libquadmath.so.0"),
          new Named(BLAS, "libgfortran.so.5"),
          new Named(TORCH, "libgomp.so.1"),
          new Named(BLAS, "libopenblas.so.0"),
          new Named(TORCH, "libc10.so"),
          new Named(TORCH, "libtorch_cpu.so"),
          new Named(TORCH, "libtorch.so"),
          new Named(TORCH, "libjnitorch.so"));

  private static final Named RANKS = new Named(TORCH, "libjnitorch_gloo.so");

  /**
   * Unpacks what is not unpacked yet, and loads it.
   *
   * @throws IOException if a file cannot be unpacked
   * @throws LinkageError if one cannot be loaded
   */
  static void load() throws IOException {
    if (Accelerators.hasGpuBuild()) {
      // It has more files, and needs those of CUDA, which the loader finds.
      System.clearProperty("org.bytedeco.javacpp.loadlibraries");
      Loader.load(torch.class);
      return;
    }
    for (Named named : FILES) {
      load(named);
    }
  }

  /**
   * Loads what processes need that talk to each other, if it is not loaded by JavaCPP.
   *
   * @throws NativeLibraryException if it cannot be loaded
   */
  static void loadForRanks() {
    if (!Loader.isLoadLibraries()) {
      try {
        load(RANKS);
      } catch (IOException | LinkageError e) {
        throw new NativeLibraryException(
            RANKS.file() + " cannot be loaded: " + e.getMessage() + "; unpack libtorch again", e);
      }
    }
  }

  private static void load(Named named) throws IOException {
    File file =
        Loader.cacheResource(
            "/org/bytedeco/%s/%s/%s".formatted(named.jar(), Loader.getPlatform(), named.file()));
    if (file == null) {
      throw new UnsatisfiedLinkError(named.file() + " is not on the class path");
    }
    System.load(file.getPath());
  }
}
