package io.github.sid4j.internal.engine;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;

/**
 * A device that is not the processor and needs no other hardware: libtorch's lazy tensors. An
 * operation of one of them with a tensor of the processor is refused, and its memory cannot be
 * read, so that whatever is made on the wrong device shows.
 */
public final class TrialDevice {
  public static final String NAME = "lazy";

  private static boolean started;

  private TrialDevice() {}

  /** Starts it in this process. */
  public static synchronized void start() throws IOException {
    if (started) {
      return;
    }
    Engine.start();
    File torch =
        Loader.cacheResource("/org/bytedeco/pytorch/" + Loader.getPlatform() + "/libtorch_cpu.so");
    NativeLibrary.getInstance(torch.getPath())
        .getFunction("_ZN5torch4lazy22InitTorchScriptBackendEv")
        .invoke(new Object[0]);
    Accelerators.allowTrial();
    started = true;
  }
}
