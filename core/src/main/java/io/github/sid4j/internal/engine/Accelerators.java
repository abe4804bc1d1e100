package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;

/** The devices beside the processor: which are there, what is missing for the others. */
public final class Accelerators {
  private static final String CUDA = "cuda";
  private static final String MPS = "mps";

  /**
   * libtorch's lazy tensors: a device that is no processor, computes on it, and refuses operands
   * that are not on it. Only tests start it, to find what was made on the wrong device.
   */
  private static final String TRIAL = "lazy";

  private static final Map<String, DeviceType> TYPES =
      Map.of(
          "cpu",
          DeviceType.CPU,
          CUDA,
          DeviceType.CUDA,
          MPS,
          DeviceType.MPS,
          TRIAL,
          DeviceType.Lazy);

  private static final AtomicBoolean TRIAL_STARTED = new AtomicBoolean();

  private Accelerators() {}

  /**
   * Why a device cannot be used.
   *
   * @param found in its place
   * @param remedy what the user can do
   */
  public record Missing(String found, String remedy) {}

  /** Lets tests make tensors on the device that is only for them. */
  static void allowTrial() {
    TRIAL_STARTED.set(true);
  }

  /**
   * Whether a name is that of the device for tests, and it is started.
   *
   * @param name of a device
   * @return false in the processes of users
   */
  public static boolean isTrial(String name) {
    return TRIAL_STARTED.get() && name.equals(TRIAL);
  }

  /**
   * What a device lacks.
   *
   * @param device any
   * @return empty if tensors can be made on it
   */
  public static Optional<Missing> missing(Device device) {
    if (device.isCpu() || isTrial(device.name())) {
      return Optional.empty();
    }
    Engine.start();
    Optional<Missing> missing =
        device.name().equals(MPS) ? missingMps() : missingCuda(device.index());
    if (missing.isEmpty()) {
      makeRepeatable();
    }
    return missing;
  }

  /** A run has to give the same bits twice: what libtorch would choose for speed is off. */
  private static void makeRepeatable() {
    torch.globalContext().setBenchmarkCuDNN(false);
    torch.globalContext().setDeterministicCuDNN(true);
    torch.globalContext().setAllowTF32CuDNN(false);
    torch.globalContext().setAllowTF32CuBLAS(false);
  }

  private static Optional<Missing> missingMps() {
    return torch.hasMPS()
        ? Optional.empty()
        : Optional.of(
            new Missing("a libtorch or a system without it", "use a Mac with a chip of Apple's"));
  }

  private static Optional<Missing> missingCuda(int index) {
    if (!torch.hasCUDA()) {
      return Optional.of(hasGpuBuild() ? unusable() : withoutGpuBuild());
    }
    int count = torch.cuda_device_count();
    return index < count
        ? Optional.empty()
        : Optional.of(new Missing(count + " such devices", "choose cuda:0 to cuda:" + (count - 1)));
  }

  private static Missing withoutGpuBuild() {
    return new Missing(
        "the build of libtorch for the processor alone",
        "add org.bytedeco:pytorch with the classifier "
            + Loader.getPlatform()
            + "-gpu to the class path, as docs/guides/gpu.md says");
  }

  /** The build for GPUs is there, and CUDA does not start. */
  private static Missing unusable() {
    boolean driver =
        Files.exists(Path.of("/proc/driver/nvidia/version"))
            || Loader.getPlatform().startsWith("windows");
    return driver
        ? new Missing(
            "a driver and no usable CUDA libraries",
            "put the folders of CUDA 13, cuDNN 9 and NCCL into LD_LIBRARY_PATH")
        : new Missing("no driver of NVIDIA", "install the driver 580 or newer");
  }

  /** Whether the build of libtorch for GPUs is on the class path. */
  static boolean hasGpuBuild() {
    return Accelerators.class
            .getClassLoader()
            .getResource("org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/libjnitorch.so")
        != null;
  }

  /**
   * Waits until a device has carried out all operations.
   *
   * @param device any
   */
  public static void synchronize(Device device) {
    if (type(device) == DeviceType.CUDA) {
      torch.cuda_synchronize(device.index());
    }
  }

  /**
   * The kind of a device.
   *
   * @param device any
   * @return libtorch's word for it
   */
  public static DeviceType type(Device device) {
    String name = device.name().startsWith(CUDA) ? CUDA : device.name();
    return Objects.requireNonNull(TYPES.get(name), name);
  }

  /**
   * The name of devices of a kind that has only one.
   *
   * @param type of the device
   * @return as {@link Device#name}
   * @throws IllegalStateException for kinds that are not used here
   */
  public static String name(DeviceType type) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a tensor is on a device that has no Device"))
        .getKey();
  }
}
