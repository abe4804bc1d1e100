package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.bench.Workload;
import io.github.sid4j.settings.Assignment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that say what is computed, common to {@code sid bench} and its workers. */
final class WorkloadOptions {
  private static final String SHARED = "shared";
  private static final int USUAL_MODULES = 10;
  private static final int USUAL_STAGES = 4;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "simple-cnn, vgg11, resnet18, vit-tiny, mlp or one for photos, see sid models."
              + " Default: simple-cnn, the authors' for CIFAR.")
  private String network = "simple-cnn";

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      description =
          "shared: all modules read the network. staged: each carries a stage of it."
              + " whole: it is one classifier. Default: ${DEFAULT-VALUE}.")
  private String topology = SHARED;

  @Option(
      names = "--modules",
      paramLabel = "L",
      description = "Modules that share the network. Default: 10.")
  private Integer modules;

  @Option(
      names = "--stages",
      paramLabel = "K",
      description = "Stages of a staged network, and segments of what recomputes. Default: 4.")
  private Integer stages;

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "Samples in a step. Default: ${DEFAULT-VALUE}.")
  private int batch = 128;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "Classes. Default: ${DEFAULT-VALUE}.")
  private int classes = 10;

  @Option(
      names = "--image",
      paramLabel = "CxHxW",
      description = "Channels, height and width of a sample. Default: ${DEFAULT-VALUE}.")
  private String image = "3x32x32";

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads to compute with. Default: 0, which is all cores.")
  private int threads;

  @Option(
      names = "--warmup",
      paramLabel = "K",
      description = "Steps before any is measured. Default: ${DEFAULT-VALUE}.")
  private int warmup = 3;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Another setting of sid train, such as features=256; may be repeated.")
  private List<String> pairs = List.of();

  Workload workload() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String pair : pairs) {
      Assignment assignment = SetOption.read(pair);
      settings.put(assignment.name(), assignment.text());
    }
    atLeast("--classes", 2, classes);
    return new Workload(network, topology, image(), classes, length(), batch, settings);
  }

  private int length() {
    boolean shared = topology.equals(SHARED);
    Integer given = shared ? modules : stages;
    Integer other = shared ? stages : modules;
    if (other != null) {
      throw new InputException(
          shared ? "--stages" : "--modules",
          "none with --topology " + topology,
          other.toString(),
          shared ? "add --topology staged or use --modules" : "use --stages");
    }
    int usual = shared ? USUAL_MODULES : USUAL_STAGES;
    return given == null ? usual : given;
  }

  int threads() {
    atLeast("--threads", 0, threads);
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  int warmup() {
    atLeast("--warmup", 0, warmup);
    return warmup;
  }

  /** Refuses a number that is too low. */
  static void atLeast(String flag, int low, int found) {
    if (found < low) {
      throw new InputException(
          flag, "at least " + low, Integer.toString(found), "choose a larger number");
    }
  }

  private List<Integer> image() {
    if (!image.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
      throw new InputException(
          "--image", "channels x height x width", image, "write it like --image 3x32x32");
    }
    return Arrays.stream(image.split("x")).map(Integer::valueOf).toList();
  }
}
