package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.NativeProcess;
import io.github.sid4j.engine.Tensor;
import java.io.File;

/** A program that uses the library, and prints what its process is like after the first tensor. */
public final class HostProcess {
  private HostProcess() {}

  interface LibC extends Library {
    String getenv(String name);
  }

  interface OpenBlas extends Library {
    int openblas_get_num_threads();
  }

  public static void main(String[] args) {
    switch (args[0]) {
      case "leave" -> NativeProcess.leaveAlone();
      case "tune" -> NativeProcess.tune();
      default -> {}
    }
    Tensor.full(1, DType.FLOAT32, 2).close();
    System.out.println("limit " + System.getProperty("org.bytedeco.javacpp.maxBytes"));
    File blas = new File(NativeLibraries.load(), "libopenblas.so.0");
    int threads = Native.load(blas.getPath(), OpenBlas.class).openblas_get_num_threads();
    System.out.println("openblas " + (threads == 1 ? "one" : "several"));
    System.out.println("policy " + Native.load("c", LibC.class).getenv("OMP_WAIT_POLICY"));
    try {
      NativeProcess.tune();
    } catch (IllegalStateException e) {
      System.out.println("late");
    }
  }
}
