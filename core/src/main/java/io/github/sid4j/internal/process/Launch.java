package io.github.sid4j.internal.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a process of sid4j: the words of a command line up to its own.
 *
 * @param java the virtual machine's program
 * @param flags of the virtual machine
 * @param main the class path's option, the class path, the class and its first words
 */
public record Launch(String java, List<String> flags, List<String> main) {
  /** Runs without the large compiler, whose memory would come and go beside the tensors'. */
  public static final List<String> FRUGAL = List.of("-XX:TieredStopAtLevel=1");

  /** Keeps copies. */
  public Launch {
    flags = List.copyOf(flags);
    main = List.copyOf(main);
  }

  /**
   * Another process like this one.
   *
   * @param mainClass to start
   * @param words that it is given first
   * @return with the same virtual machine, its flags and its class path
   */
  public static Launch likeThisProcess(String mainClass, String... words) {
    List<String> flags =
        new ArrayList<>(
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                // Debuggers and the like stay with the process that they were asked for.
                .filter(flag -> !flag.startsWith("-agent") && !flag.startsWith("-javaagent"))
                .toList());
    if (Runtime.version().feature() >= 24) {
      // What the jar's manifest says when the virtual machine is started with the jar.
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    List<String> main =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    main.addAll(List.of(words));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Launch(java, flags, main);
  }

  /**
   * A whole command line.
   *
   * @param moreFlags of the virtual machine
   * @param arguments the process's own words
   * @return for a {@link ProcessBuilder}
   */
  public List<String> command(List<String> moreFlags, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(moreFlags);
    command.addAll(main);
    command.addAll(arguments);
    return command;
  }
}
