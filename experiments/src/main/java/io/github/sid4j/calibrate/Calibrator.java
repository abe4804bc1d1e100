package io.github.sid4j.calibrate;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.model.NetworkChoice;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on the validation part of a run how far its model's probabilities can be trusted, and
 * chooses a rule to stop early by. The test part only measures the result.
 *
 * <p>For one thread at a time.
 */
public final class Calibrator {
  private static final int ATTEMPTS = 3;

  private final StoredModel model;
  private final NetworkChoice network;
  private final ClassifierOptions plain;
  private final Splits data;

  private Calibrator(
      StoredModel model, NetworkChoice network, ClassifierOptions plain, Splits data) {
    this.model = model;
    this.network = network;
    this.plain = plain;
    this.data = data;
  }

  /**
   * Calibrates the best weights of a run and stores the outcome with it, as {@code
   * calibration.json} and a page to look at. What was stored before is replaced.
   *
   * @param run its folder
   * @param goal that the rule is chosen for
   * @param threads of the tensor library, at least 1
   * @return what was stored
   * @throws InputException if there is no such run, another process writes it, its data is not what
   *     it was, it has no validation part, or no rule reaches the goal
   * @throws IOException if a file cannot be read or written
   */
  public static Calibration calibrate(Path run, Goal goal, int threads) throws IOException {
    return calibrate(run, null, goal, threads);
  }

  /**
   * Calibrates a run whose data may have moved.
   *
   * @param run its folder
   * @param moved where the data is now; null if it is where the run read it
   * @param goal that the rule is chosen for
   * @param threads of the tensor library, at least 1
   * @return what was stored
   * @throws InputException if there is no such run, its data is not what it was, it has no
   *     validation part, or no rule reaches the goal
   * @throws IOException if a file cannot be read or written
   */
  public static Calibration calibrate(Path run, @Nullable Path moved, Goal goal, int threads)
      throws IOException {
    RunOpening opening = RunOpening.of(run);
    return calibrate(moved == null ? opening : opening.movedData(moved), goal, threads);
  }

  /**
   * Calibrates a run.
   *
   * @param run with its own network and data where it had some
   * @param goal that the rule is chosen for
   * @param threads of the tensor library, at least 1
   * @return what was stored
   * @throws InputException if there is no such run, its data is not what it was, it has no
   *     validation part, or no rule reaches the goal
   * @throws IOException if a file cannot be read or written
   */
  public static Calibration calibrate(RunOpening run, Goal goal, int threads) throws IOException {
    return calibrate(run, goal, null, threads);
  }

  /**
   * Calibrates a run so that its model also says "none of these".
   *
   * @param run with its own network and data where it had some
   * @param goal that the rule is chosen for
   * @param refusal how many known examples may be refused; null for a model that refuses none
   * @param threads of the tensor library, at least 1
   * @return what was stored
   * @throws InputException if there is no such run, its data is not what it was, it has no
   *     validation part, no rule reaches the goal, or there is no unknown example
   * @throws IOException if a file cannot be read or written
   */
  public static Calibration calibrate(
      RunOpening run, Goal goal, @Nullable Refusal refusal, int threads) throws IOException {
    // Held from the start, so that no training changes what is measured here.
    try (RunFolder held = RunFolder.hold(run.folder())) {
      StoredModel model = StoredModel.open(held.paths().folder());
      Splits data = StoredData.open(run).data();
      if (data.validation().size() == 0) {
        throw new InputException(
            model.paths().settings() + " validation",
            "a run with a validation part to choose by",
            "0",
            "train one that has validation=0.1");
      }
      ClassifierOptions plain =
          ClassifierOptions.defaults().withThreads(threads).with(ExitRule.NEVER).uncalibrated();
      return new Calibrator(model, run.network(), plain, data).calibrate(goal, refusal);
    }
  }

  /** Measures until the weights are the same before and after it. */
  private Calibration calibrate(Goal goal, @Nullable Refusal refusal) throws IOException {
    Path best = model.paths().best();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String before = FileHash.sha256(best);
      Measured measured = measure(goal, refusal, before);
      // Not even the lock keeps a file from being copied over another.
      if (FileHash.sha256(best).equals(before)) {
        return store(measured);
      }
    }
    throw new InputException(
        best.toString(),
        "weights that stay as they are while they are measured",
        "others after each of %s measurements".formatted(ATTEMPTS),
        "end what writes the file");
  }

  /** A calibration and what its page draws. */
  private record Measured(Calibration calibration, DepthBeliefs raw, DepthBeliefs tempered) {}

  private Measured measure(Goal goal, @Nullable Refusal refusal, String weightsSha256)
      throws IOException {
    try (Classifier full = Classifier.open(model.paths().folder(), plain, network)) {
      List<Double> compute = full.compute();
      DepthBeliefs raw = DepthBeliefs.of(full, data.validation());
      List<TemperatureFit> fits =
          raw.beliefs().stream()
              .map(beliefs -> TemperatureFit.of(Logarithms.of(beliefs, raw.labels())))
              .toList();
      List<Double> temperatures = fits.stream().map(TemperatureFit::temperature).toList();
      DepthBeliefs tempered = raw.at(temperatures);
      DepthBeliefs tested = data.test().size() == 0 ? null : DepthBeliefs.of(full, data.test());
      ExitSimulation simulation = new ExitSimulation(tempered, compute);
      Trial all = simulation.trial(ExitRule.NEVER);
      List<List<Trial>> series = series(simulation);
      RuleChoice.Chosen chosen = new RuleChoice(goal, all, series).choose();
      Calibration untimed =
          new Calibration(
              Calibration.FORMAT,
              BuildInfo.load().version(),
              weightsSha256,
              raw.size(),
              goal.toString(),
              chosen.outcome().rule(),
              all.outcome(),
              chosen.outcome(),
              modules(raw, tempered, fits, compute),
              tested == null ? null : test(tested, temperatures, compute, chosen.outcome().rule()),
              null,
              series.stream().flatMap(List::stream).map(Trial::outcome).toList(),
              chosen.decision(),
              refusal == null
                  ? null
                  : new RefusalFit(full, chosen.outcome().rule(), temperatures)
                      .fit(refusal, data.validation(), data.test()),
              model.settings().everyModuleAnswers() ? JointReadoutFit.of(raw, tested) : null);
      return new Measured(timed(full, untimed, temperatures), raw, tempered);
    }
  }

  /** Where earlier modules were not trained to answer, none of them is a place to stop. */
  private List<List<Trial>> series(ExitSimulation simulation) {
    return model.settings().everyModuleAnswers()
        ? List.of(
            simulation.curve(ExitRule.Kind.CONFIDENCE), simulation.curve(ExitRule.Kind.AGREEMENT))
        : List.of();
  }

  private List<Calibration.Module> modules(
      DepthBeliefs raw, DepthBeliefs tempered, List<TemperatureFit> fits, List<Double> compute) {
    return IntStream.range(0, raw.depth())
        .mapToObj(
            i ->
                new Calibration.Module(
                    i + 1,
                    compute.get(i),
                    raw.accuracy(i),
                    Reliability.of(raw, i).error(),
                    fits.get(i).temperature(),
                    Reliability.of(tempered, i).error(),
                    fits.get(i).fit()))
        .toList();
  }

  private static Calibration.Test test(
      DepthBeliefs raw, List<Double> temperatures, List<Double> compute, ExitRule rule) {
    DepthBeliefs tempered = raw.at(temperatures);
    ExitSimulation simulation = new ExitSimulation(tempered, compute);
    return new Calibration.Test(
        raw.size(),
        simulation.of(ExitRule.NEVER),
        simulation.of(rule),
        errors(raw),
        errors(tempered));
  }

  private static List<Double> errors(DepthBeliefs beliefs) {
    return IntStream.range(0, beliefs.depth())
        .mapToObj(i -> Reliability.of(beliefs, i).error())
        .toList();
  }

  /** Really stops early. */
  private Calibration timed(Classifier full, Calibration untimed, List<Double> temperatures) {
    Examples examples = data.test().size() > 0 ? data.test() : data.validation();
    return untimed.with(
        ExitTiming.of(full, untimed.exit(), temperatures, examples, plain.threads()));
  }

  private Calibration store(Measured measured) throws IOException {
    RunPaths paths = model.paths();
    Calibration calibration = measured.calibration();
    String page =
        CalibrationPage.of(
            String.valueOf(paths.folder().toAbsolutePath().normalize().getFileName()),
            model.description(),
            calibration,
            measured.raw(),
            measured.tempered());
    AtomicFiles.write(
        paths.calibrationPage(), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    RunJson.write(paths.calibration(), calibration);
    return calibration;
  }
}
