package io.github.sid4j.calibrate;

import io.github.sid4j.checkpoint.AtomicFiles;
import io.github.sid4j.checkpoint.FileHash;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.Cascades;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.run.BuildInfo;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.train.StoredData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds out on the validation part of a run how far its model's probabilities can be trusted, and
 * chooses a rule to stop early by. The test part only tells what that comes to.
 */
public final class Calibrator {
  private final StoredModel model;
  private final ClassifierOptions plain;
  private final Splits data;

  private Calibrator(StoredModel model, ClassifierOptions plain, Splits data) {
    this.model = model;
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
   * @throws InputException if there is no such run, its data is not what it was, it has no
   *     validation part, or no rule reaches the goal
   * @throws IOException if a file cannot be read or written
   */
  public static Calibration calibrate(Path run, Goal goal, int threads) throws IOException {
    StoredModel model = StoredModel.open(run);
    Splits data = StoredData.open(model.paths()).data();
    if (data.validation().size() == 0) {
      throw new InputException(
          model.paths().settings() + " validation",
          "a run with a validation part to choose by",
          "0",
          "train one with --validation 0.1");
    }
    ClassifierOptions plain =
        ClassifierOptions.defaults().withThreads(threads).with(ExitRule.NEVER).uncalibrated();
    return new Calibrator(model, plain, data).calibrate(goal);
  }

  private Calibration calibrate(Goal goal) throws IOException {
    try (Classifier full = Classifier.open(model.paths().folder(), plain, Cascades::create)) {
      List<Double> compute = full.compute();
      DepthBeliefs raw = DepthBeliefs.of(full, data.validation());
      List<Double> temperatures =
          raw.beliefs().stream().map(beliefs -> Temperature.fit(beliefs, raw.labels())).toList();
      DepthBeliefs tempered = raw.at(temperatures);
      ExitSimulation simulation = new ExitSimulation(tempered, compute);
      Outcome all = simulation.of(ExitRule.NEVER);
      List<Outcome> curve = new ArrayList<>(simulation.curve(ExitRule.Kind.CONFIDENCE));
      curve.addAll(simulation.curve(ExitRule.Kind.AGREEMENT));
      // Where earlier modules were not trained to answer, none of them is a place to stop.
      List<Outcome> candidates = new ArrayList<>(answering() ? curve : List.of());
      candidates.add(all);
      Outcome chosen = goal.choose(all, candidates);
      Calibration untimed =
          new Calibration(
              Calibration.FORMAT,
              BuildInfo.load().version(),
              FileHash.sha256(model.paths().best()),
              raw.size(),
              goal.toString(),
              chosen.rule(),
              all,
              chosen,
              modules(raw, tempered, temperatures, compute),
              test(full, temperatures, compute, chosen.rule()),
              null,
              answering() ? curve : List.of());
      return store(timed(full, untimed, temperatures), raw, tempered);
    }
  }

  private boolean answering() {
    return model.settings().everyModuleAnswers();
  }

  private List<Calibration.Module> modules(
      DepthBeliefs raw, DepthBeliefs tempered, List<Double> temperatures, List<Double> compute) {
    return IntStream.range(0, raw.depth())
        .mapToObj(
            i ->
                new Calibration.Module(
                    i + 1,
                    compute.get(i),
                    raw.accuracy(i),
                    Reliability.of(raw, i).error(),
                    temperatures.get(i),
                    Reliability.of(tempered, i).error()))
        .toList();
  }

  private Calibration.Test test(
      Classifier full, List<Double> temperatures, List<Double> compute, ExitRule rule) {
    Examples test = data.test();
    if (test.size() == 0) {
      return null;
    }
    DepthBeliefs raw = DepthBeliefs.of(full, test);
    DepthBeliefs tempered = raw.at(temperatures);
    ExitSimulation simulation = new ExitSimulation(tempered, compute);
    return new Calibration.Test(
        test.size(),
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

  private Calibration store(Calibration calibration, DepthBeliefs raw, DepthBeliefs tempered)
      throws IOException {
    RunPaths paths = model.paths();
    String page =
        CalibrationPage.of(
            String.valueOf(paths.folder().toAbsolutePath().normalize().getFileName()),
            model.description(),
            calibration,
            raw,
            tempered);
    AtomicFiles.write(
        paths.calibrationPage(), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    RunJson.write(paths.calibration(), calibration);
    return calibration;
  }
}
