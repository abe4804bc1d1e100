package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.HostPermission;
import io.github.sid4j.internal.engine.NativeEnvironment;

/**
 * What sid4j changes in the process of the program that uses it. The first tensor changes the
 * least:
 *
 * <ul>
 *   <li>JavaCPP's properties {@code maxBytes} and {@code maxPhysicalBytes} become 0, since its
 *       limits of four times the heap lead to a false {@code OutOfMemoryError};
 *   <li>OpenBLAS computes on the calling thread, since its pool and OpenMP's compete for the cores;
 *   <li>on Linux processors with AVX2 and without AVX-512, {@code ONEDNN_MAX_CPU_ISA=AVX} is set,
 *       since oneDNN's convolutions for AVX2 write past their memory there.
 * </ul>
 *
 * Each is logged once at INFO by SLF4J, and what the environment or the properties set wins. All
 * methods are safe for several threads; the first tensor ends the choice.
 */
public final class NativeProcess {
  private NativeProcess() {}

  /**
   * Has the first tensor change nothing in this process. The program is then responsible for what
   * the class's description lists.
   *
   * @throws IllegalStateException if libtorch is loaded already
   */
  public static void leaveAlone() {
    HostPermission.refuse();
  }

  /**
   * Adapts the whole process to training, on Linux: OpenMP's idle threads sleep ({@code
   * OMP_WAIT_POLICY=passive}), and the C library keeps freed memory ({@code mallopt}: one arena, no
   * {@code mmap}, no trimming). Steps are faster, and the memory of the process does not shrink
   * again. It concerns all of the process, so that a library must not call it; {@code sid} sets the
   * same in the environment.
   *
   * @throws IllegalStateException if libtorch is loaded already, which reads the environment once
   */
  public static void tune() {
    HostPermission.checkUnused();
    NativeEnvironment.tune();
  }
}
