package io.github.sid4j.reshape;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.model.RunSettings;
import io.github.sid4j.internal.reshape.DepthChoice;
import io.github.sid4j.internal.run.PeakMemory;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.model.Weights;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.reshape.TruncationReport.Depth;
import io.github.sid4j.reshape.TruncationReport.Size;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the cascade of a finished run off behind one of its modules, also that of an own network,
 * with its factory. Since every module of SID answers by itself, what is left is a trained model;
 * it gets a folder of its own, and the run stays as it is.
 *
 * <pre>{@code
 * Truncation truncation = Truncation.of(Path.of("runs/long"));
 * truncation.keep(truncation.smallestWithin(0.003), Path.of("runs/short"), null);
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class Truncation {
  private static final Path RUNS = Path.of("runs");

  private final RunOpening opening;
  private final StoredRun stored;
  private final RunResult result;
  private final RunEvaluation evaluation;
  private final List<BeliefMetrics> validationBest;
  private final List<BeliefMetrics> validationLast;
  private final List<BeliefMetrics> testBest;

  private Truncation(RunOpening opening, StoredRun stored, RunResult result) throws IOException {
    this.opening = opening;
    this.stored = stored;
    this.result = result;
    boolean validated = stored.data().validation().size() > 0;
    evaluation = stored.evaluation();
    validationLast =
        validated ? stored.measure(Weights.LAST, stored.data().validation()) : List.of();
    validationBest =
        validated ? stored.measure(Weights.BEST, stored.data().validation()) : List.of();
    testBest = stored.measure(Weights.BEST, stored.data().test());
  }

  /**
   * Opens a run of the built-in networks and data sets, and measures it at every depth.
   *
   * @param run its folder
   * @return to choose a depth of
   * @throws InputException if there is no such run, it is not finished, its files are damaged, its
   *     data is not what it was, or its modules do not each learn to answer
   * @throws IOException if a file cannot be read
   */
  public static Truncation of(Path run) throws IOException {
    return of(RunOpening.of(run));
  }

  /**
   * Opens a run with what a program brought when it was trained, and measures it at every depth.
   *
   * @param opening with its own network and data where it had some
   * @return to choose a depth of
   * @throws InputException as {@link #of(Path)}, or if the factory of its own network is missing
   * @throws IOException if a file cannot be read
   */
  public static Truncation of(RunOpening opening) throws IOException {
    Path run = opening.folder();
    RunPaths paths = new RunPaths(run);
    if (!Files.isRegularFile(paths.result())) {
      throw new InputException(
          paths.result().toString(),
          "the result of a finished run",
          "none",
          "name the folder of such a run, or resume it first");
    }
    StoredRun stored = StoredRun.open(opening);
    RunResult result = RunJson.read(paths.result(), RunResult.class);
    int epochs = stored.settings().get(TrainingSetting.EPOCHS);
    if (result.epochs() != epochs) {
      throw new InputException(
          paths.result().toString(),
          "the result of a run that is over, of %s epochs".formatted(epochs),
          "that of %s, before the run was extended".formatted(result.epochs()),
          "resume the run first");
    }
    if (!stored.settings().everyModuleAnswers()) {
      String method = stored.settings().get(ModelSetting.METHOD);
      throw new InputException(
          run.toString(),
          "a run that trained each module to answer",
          "one by method " + method,
          "train by " + String.join(", ", MethodCatalog.with(MethodTrait.EVERY_MODULE_ANSWERS)));
    }
    return new Truncation(opening, stored, result);
  }

  /**
   * What there is to choose from.
   *
   * @return every depth, from 1
   */
  public List<Depth> depths() {
    List<Depth> depths = new ArrayList<>();
    for (int modules = 1; modules <= stored.cascade().depth(); modules++) {
      depths.add(
          new Depth(
              modules,
              stored.cascade().first(modules).parameters().count(),
              validationBest.isEmpty() ? null : validationBest.get(modules - 1).accuracy(),
              testBest.get(modules - 1).accuracy()));
    }
    return depths;
  }

  /**
   * The shortest cascade that is shown by the validation part to be nearly as good as that of the
   * best depth.
   *
   * @param tolerance how much less accuracy is accepted, a fraction of at least 0
   * @return how many modules it has
   * @throws InputException if the run has no validation part
   * @throws IOException if the weights cannot be read
   */
  public int smallestWithin(double tolerance) throws IOException {
    return choose(tolerance).modules();
  }

  /**
   * The same with the reason. The loss has to be that of new samples, with 95 %, and not only that
   * of the validation part; where that part is too small to show it, all modules are left.
   *
   * @param tolerance how much less accuracy is accepted, a fraction of at least 0
   * @return how many modules, and why
   * @throws InputException if the run has no validation part
   * @throws IOException if the weights cannot be read
   */
  public DepthChoice choose(double tolerance) throws IOException {
    if (validationBest.isEmpty()) {
      throw new InputException(
          opening.folder().toString(),
          "a validation part to choose the depth by",
          "none",
          "say how many modules are to be left");
    }
    return DepthChoice.of(
        stored.right(Weights.BEST, stored.data().validation()),
        stored.data().validation().size(),
        tolerance);
  }

  /**
   * Cuts the cascade off.
   *
   * @param modules that are left, the first ones
   * @param out empty or new folder for what is left; null for a new one in {@code runs}, named
   *     after the run
   * @param command words of the command line; null without one
   * @return depths and their measures
   * @throws InputException if there are not so many modules, or the folder cannot be used
   * @throws IOException if a file cannot be read or written
   */
  public TruncationReport keep(int modules, @Nullable Path out, @Nullable List<String> command)
      throws IOException {
    int depth = stored.cascade().depth();
    if (modules < 1 || modules > depth) {
      throw InputException.ofSetting(
          "modules",
          "1 to %s, the length of the cascade".formatted(depth),
          Integer.toString(modules),
          "keep so many");
    }
    Settings settings = TruncatedSettings.of(stored.settings(), depth, modules);
    Cascade left =
        opening
            .cascades()
            .create(
                settings,
                stored.data().train().shape(),
                stored.dataset().classNames().size(),
                new Initializer(result.seed(), DType.FLOAT32))
            .in(stored.cascade().precision());
    try (RunFolder folder =
        out == null
            ? RunFolder.createWholeIn(RUNS, RunNames.of(opening.folder()) + "-truncated-" + modules)
            : RunFolder.createWhole(out)) {
      RunPaths into = folder.paths();
      new TruncatedRun(stored, left).write(into, settings, result(left), command);
      StoredRun reread =
          new StoredRun(into, settings, stored.provenance(), stored.dataset(), stored.data(), left);
      TruncationReport report =
          new TruncationReport(
              opening.folder().toString(),
              into.folder().toString(),
              stored.data().test().size(),
              size(stored, testBest),
              size(reread, reread.measure(Weights.BEST, stored.data().test())),
              depths(),
              /* choice= */ null);
      // Last, because a folder with settings counts as a run; until then the command can be
      // repeated.
      RunSettings.write(into.settings(), settings);
      return report;
    }
  }

  private static Size size(StoredRun of, List<BeliefMetrics> test) throws IOException {
    Cascade cascade = of.cascade();
    try (ThreadScope cores = ThreadScope.of(new TrainingComponents(of.settings()).threads())) {
      return new Size(
          cascade.depth(),
          cascade.parameters().count(),
          Files.size(of.paths().best()),
          InferenceTime.perSample(cascade, of.data().train().shape()),
          test.get(test.size() - 1).accuracy());
    }
  }

  /** What was measured at this depth; how it was trained is taken from the longer run. */
  private RunResult result(Cascade left) throws IOException {
    int last = left.depth() - 1;
    return new RunResult(
        result.method(),
        result.dataset(),
        result.seed(),
        left.parameters().count(),
        result.epochs(),
        result.bestEpoch(),
        new Accuracies(accuracy(validationBest, last), accuracy(validationLast, last)),
        new Accuracies(
            testBest.get(last).accuracy(), evaluation.modules().get(last).testAccuracy()),
        evaluation.modules().subList(0, left.depth()),
        result.samplesPerSecond(),
        PeakMemory.bytes(),
        result.wallSeconds(),
        result.version(),
        stored.classification(left.depth()),
        result.stoppedAfter());
  }

  private static @Nullable Double accuracy(List<BeliefMetrics> modules, int index) {
    return modules.isEmpty() ? null : modules.get(index).accuracy();
  }
}
