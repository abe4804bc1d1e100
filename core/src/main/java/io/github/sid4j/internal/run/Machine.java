package io.github.sid4j.internal.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of the machine bears on speed and rounding, and nothing that names it or its user. */
public final class Machine {
  private static final Set<String> SWITCHES =
      Set.of(
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "OMP_WAIT_POLICY",
          "GOMP_SPINCOUNT",
          "GLIBC_TUNABLES");
  private static final String ALLOCATOR_SWITCH = "MALLOC_";

  /** The line of features on x86, and on ARM. */
  private static final Pattern FEATURES = Pattern.compile("(flags|Features)\\s*:");

  private static final Set<String> BFLOAT16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

  private Machine() {}

  /**
   * The operating system.
   *
   * @return name, version and architecture
   */
  public static String operatingSystem() {
    return "%s %s %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }

  /**
   * The processor.
   *
   * @return its name where the system reports it, else its architecture
   */
  public static String cpu() {
    return cpu(Path.of("/proc/cpuinfo"));
  }

  /**
   * Whether the processor has instructions for bfloat16.
   *
   * @return empty where the system does not report it
   */
  public static Optional<Boolean> hasBfloat16() {
    return hasBfloat16(Path.of("/proc/cpuinfo"));
  }

  static Optional<Boolean> hasBfloat16(Path cpuInfo) {
    try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> FEATURES.matcher(line).lookingAt())
          .map(line -> Arrays.asList(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
          .map(features -> BFLOAT16.stream().anyMatch(features::contains))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // Not a Linux, or one that hides it.
    }
  }

  static String cpu(Path cpuInfo) {
    try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch"); // Not a Linux, or one that hides it.
    }
  }

  /**
   * The memory that this process's machine or container has.
   *
   * @return in bytes
   */
  public static long memoryBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /**
   * The variables that bear on threads and memory.
   *
   * @param environment of a process
   * @return those of them that are set, by name
   */
  public static SortedMap<String, String> switches(Map<String, String> environment) {
    SortedMap<String, String> switches = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (SWITCHES.contains(name) || name.startsWith(ALLOCATOR_SWITCH)) {
            switches.put(name, value);
          }
        });
    return switches;
  }
}
