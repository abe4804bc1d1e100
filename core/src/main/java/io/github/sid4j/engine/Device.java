package io.github.sid4j.engine;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Accelerators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.global.torch.DeviceType;

/**
 * Where tensors have their memory and operations are carried out. Operands of one operation are on
 * one device. Other devices than the processor have never been run by this project;
 * docs/guides/gpu.md says how far they are tested.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param name {@code cpu}, {@code cuda:N} for the GPU number N of NVIDIA, or {@code mps} for that
 *     of Apple's chips
 */
public record Device(String name) {
  /** What a name may be. */
  private static final Pattern NAME = Pattern.compile("cpu|mps|cuda(:(\\d{1,3}))?");

  /** The processor, with the memory that it shares with Java. */
  public static final Device CPU = new Device("cpu");

  /** Takes the best that is there. */
  private static final String AUTO = "auto";

  /**
   * Checks the name, and completes {@code cuda} to {@code cuda:0}. Does not look whether there is
   * such a device.
   *
   * @throws InputException if no device has such a name
   */
  public Device {
    if (!NAME.matcher(name).matches() && !Accelerators.isTrial(name)) {
      throw InputException.ofSetting("device", "cpu, cuda, cuda:N or mps", name, "choose cpu");
    }
    name = name.equals("cuda") ? "cuda:0" : name;
  }

  /**
   * The device of a name, which is there.
   *
   * @param wanted a name, or {@code auto} for the first GPU of NVIDIA if there is one and the
   *     processor otherwise
   * @return on which tensors can be made
   * @throws InputException if there is no such device, saying what is missing
   */
  public static Device available(String wanted) {
    if (wanted.equals(AUTO)) {
      Device gpu = new Device("cuda");
      return Accelerators.missing(gpu).isEmpty() ? gpu : CPU;
    }
    Device device = new Device(wanted);
    Accelerators.missing(device)
        .ifPresent(
            missing -> {
              throw InputException.ofSetting(
                  "device", wanted, missing.found(), missing.remedy() + ", or choose cpu");
            });
    return device;
  }

  /** Waits until all operations of this device are carried out: before a clock is read. */
  public void synchronize() {
    Accelerators.synchronize(this);
  }

  /**
   * Whether this is the processor.
   *
   * @return true for {@link #CPU}
   */
  public boolean isCpu() {
    return equals(CPU);
  }

  /**
   * Which of several of its kind.
   *
   * @return from 0
   */
  public int index() {
    Matcher match = NAME.matcher(name);
    return match.matches() && match.group(2) != null ? Integer.parseInt(match.group(2)) : 0;
  }

  org.bytedeco.pytorch.Device nativeDevice() {
    DeviceType type = Accelerators.type(this);
    return type == DeviceType.CUDA
        ? new org.bytedeco.pytorch.Device(type, (byte) index())
        : new org.bytedeco.pytorch.Device(type);
  }

  static Device of(org.bytedeco.pytorch.Device device) {
    DeviceType type = device.type().intern();
    return type == DeviceType.CPU
        ? CPU
        : new Device(type == DeviceType.CUDA ? "cuda:" + device.index() : Accelerators.name(type));
  }

  @Override
  public String toString() {
    return name;
  }
}
