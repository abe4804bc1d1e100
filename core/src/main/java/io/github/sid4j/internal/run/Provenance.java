package io.github.sid4j.internal.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run came from: {@code provenance.json}. Holds no name of a user or a machine, and no path
 * but those on the command line.
 *
 * @param format of the folder, see {@link RunFormat}; {@code null} reads as 1
 * @param version of sid4j
 * @param commit of sid4j's sources, {@code unknown} when it was built without git
 * @param dirty whether the sources differed from that commit
 * @param javaVersion of the Java runtime
 * @param javaVendor of the Java runtime
 * @param os name, version and architecture of the operating system
 * @param cpu the processor's name on Linux, else its architecture
 * @param cores processors that the Java runtime may use
 * @param threads of the tensor library
 * @param stageThreads of each stage of a pipeline, in order; empty without one
 * @param precision that layers compute in, {@code fp32} or {@code bf16}
 * @param seed of the run
 * @param dataset the data set's name
 * @param datasetSha256 of its files, in lower-case hexadecimal
 * @param labelNoise noisy labels that it was given; {@code null} without
 * @param exclude the samples that were not learned from; {@code null} if all were
 * @param origin where the first weights came from; {@code null} if they were drawn
 * @param lengthChanges when it was extended or shortened, in order
 * @param ownParts what a program brought instead of what settings can name, for example {@code
 *     data} and {@code network}; empty if nothing
 * @param libtorch version of the tensor library
 * @param environment variables that bear on threads and memory, by name, as far as they are set
 * @param started when the run began, ISO 8601 in UTC to the second
 * @param command the words of the command line; {@code null} for a run that a program started
 */
public record Provenance(
    @OptionalField @Nullable Integer format,
    String version,
    String commit,
    boolean dirty,
    String javaVersion,
    String javaVendor,
    String os,
    String cpu,
    int cores,
    int threads,
    @OptionalField List<Integer> stageThreads,
    @OptionalField String precision,
    long seed,
    String dataset,
    String datasetSha256,
    @OptionalField @Nullable NoiseProvenance labelNoise,
    @OptionalField @Nullable ExclusionProvenance exclude,
    @OptionalField @Nullable OriginProvenance origin,
    @OptionalField List<LengthChange> lengthChanges,
    @OptionalField List<String> ownParts,
    String libtorch,
    SortedMap<String, String> environment,
    String started,
    @Nullable List<String> command) {
  private static final List<String> PRECISIONS = List.of("fp32", "bf16");

  /**
   * Keeps copies that cannot be changed; only the command, the noise and the origin may be missing.
   *
   * @throws IllegalArgumentException if there is no such precision
   */
  public Provenance {
    // Runs from before it was recorded.
    format = format == null ? 1 : format;
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(commit, "commit");
    // Runs from before there was a choice name neither.
    stageThreads = stageThreads == null ? List.of() : List.copyOf(stageThreads);
    precision = precision == null ? "fp32" : precision;
    lengthChanges = lengthChanges == null ? List.of() : List.copyOf(lengthChanges);
    ownParts = ownParts == null ? List.of() : List.copyOf(ownParts);
    if (!PRECISIONS.contains(precision)) {
      throw new IllegalArgumentException(
          "the precision " + precision + ", which is none of " + String.join(", ", PRECISIONS));
    }
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(datasetSha256, "dataset_sha256");
    Objects.requireNonNull(libtorch, "libtorch");
    Objects.requireNonNull(started, "started");
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    command = command == null ? null : List.copyOf(command);
  }

  /**
   * Adds to what only the caller knows what can be found out here.
   *
   * @param seed of the run
   * @param threads of the tensor library
   * @param stageThreads of each stage of a pipeline, in order; empty without one
   * @param precision that layers compute in, {@code fp32} or {@code bf16}
   * @param dataset the data set's name
   * @param datasetSha256 of its files, in lower-case hexadecimal
   * @param labelNoise noisy labels that it is given; {@code null} without
   * @param libtorch version of the tensor library
   * @param started when the run began
   * @param command the words of the command line; {@code null} without one
   * @return of a run in this process
   */
  public static Provenance collect(
      long seed,
      int threads,
      List<Integer> stageThreads,
      String precision,
      String dataset,
      String datasetSha256,
      @Nullable NoiseProvenance labelNoise,
      String libtorch,
      Instant started,
      @Nullable List<String> command) {
    BuildInfo build = BuildInfo.load();
    return new Provenance(
        RunFormat.NEWEST,
        build.version(),
        build.commit(),
        build.dirty(),
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        Machine.operatingSystem(),
        Machine.cpu(),
        Runtime.getRuntime().availableProcessors(),
        threads,
        stageThreads,
        precision,
        seed,
        dataset,
        datasetSha256,
        labelNoise,
        /* exclude= */ null,
        /* origin= */ null,
        /* lengthChanges= */ List.of(),
        /* ownParts= */ List.of(),
        libtorch,
        Machine.switches(System.getenv()),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        command);
  }

  /**
   * The same of a model whose first weights were not drawn.
   *
   * @param from where they came from; {@code null} if they were drawn after all
   * @return with that origin
   */
  public Provenance withOrigin(@Nullable OriginProvenance from) {
    return with(exclude, from, lengthChanges, ownParts);
  }

  /**
   * With the samples that were not learned from.
   *
   * @param list of them; {@code null} if all were
   * @return a copy
   */
  public Provenance withExclusion(@Nullable ExclusionProvenance list) {
    return with(list, origin, lengthChanges, ownParts);
  }

  /**
   * The same of a run with parts that a program brings.
   *
   * @param names of the parts
   * @return with those
   */
  public Provenance withOwnParts(List<String> names) {
    return with(exclude, origin, lengthChanges, names);
  }

  /**
   * The same for a run that has got another length.
   *
   * @param change what is added, unless it is the last one already
   * @return otherwise equal
   */
  public Provenance with(LengthChange change) {
    List<LengthChange> all = new ArrayList<>(lengthChanges);
    if (all.isEmpty() || !all.get(all.size() - 1).equals(change)) {
      all.add(change);
    }
    return with(exclude, origin, all, ownParts);
  }

  private Provenance with(
      @Nullable ExclusionProvenance excluded,
      @Nullable OriginProvenance from,
      List<LengthChange> changes,
      List<String> parts) {
    return new Provenance(
        format,
        version,
        commit,
        dirty,
        javaVersion,
        javaVendor,
        os,
        cpu,
        cores,
        threads,
        stageThreads,
        precision,
        seed,
        dataset,
        datasetSha256,
        labelNoise,
        excluded,
        from,
        changes,
        parts,
        libtorch,
        environment,
        started,
        command);
  }
}
