package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.Machine;
import java.util.SortedMap;

/**
 * The machine, versions and load of the measurement.
 *
 * @param version of sid4j
 * @param commit of sid4j's sources, {@code unknown} when it was built without git
 * @param dirty whether the sources differed from that commit
 * @param javaVersion of the Java runtime
 * @param javaVendor of the Java runtime
 * @param libtorch version of the tensor library
 * @param os name, version and architecture of the operating system
 * @param cpu the processor's name on Linux, else its architecture
 * @param cores processors that the Java runtime may use
 * @param variables of the environment that bear on threads and memory, by name, as far as they are
 *     set
 */
public record Environment(
    String version,
    String commit,
    boolean dirty,
    String javaVersion,
    String javaVendor,
    String libtorch,
    String os,
    String cpu,
    int cores,
    SortedMap<String, String> variables) {
  static Environment ofThisProcess() {
    BuildInfo build = BuildInfo.load();
    return new Environment(
        build.version(),
        build.commit(),
        build.dirty(),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        Engine.version(),
        Machine.operatingSystem(),
        Machine.cpu(),
        Runtime.getRuntime().availableProcessors(),
        Machine.switches(System.getenv()));
  }
}
