package io.github.sid4j.predict;

import io.github.sid4j.run.Later;
import java.util.List;

/**
 * How far the probabilities of a model can be trusted, and where it may stop early. In the run
 * folder it is {@code calibration.json}.
 *
 * @param formatVersion 1
 * @param version of sid4j that made it
 * @param weightsSha256 of the weights that it is for, {@code best.safetensors}
 * @param samples of the validation part that it was made from
 * @param wanted what was asked for, in words
 * @param exit the rule that was chosen
 * @param full what all modules together reach on the validation part
 * @param chosen what the rule reaches there
 * @param modules in order of depth
 * @param test the same on the test part, which nothing was chosen by; null without one
 * @param time of the rule beside that of all modules; null where it was not measured
 * @param curve what each rule that was looked at reaches on the validation part
 */
public record Calibration(
    int formatVersion,
    String version,
    String weightsSha256,
    int samples,
    String wanted,
    ExitRule exit,
    Outcome full,
    Outcome chosen,
    List<Module> modules,
    @Later Test test,
    @Later Time time,
    List<Outcome> curve) {
  /** The version of the form that this writes. */
  public static final int FORMAT = 1;

  /** Keeps copies that cannot be changed. */
  public Calibration {
    modules = List.copyOf(modules);
    curve = List.copyOf(curve);
  }

  /**
   * The same with times.
   *
   * @param measured times
   * @return a copy
   */
  public Calibration with(Time measured) {
    return new Calibration(
        formatVersion,
        version,
        weightsSha256,
        samples,
        wanted,
        exit,
        full,
        chosen,
        modules,
        test,
        measured,
        curve);
  }

  /**
   * What a rule comes to.
   *
   * @param rule when to stop
   * @param accuracy share of samples whose class is right
   * @param compute share of all modules' multiplications that is carried out
   * @param meanDepth modules computed for a sample, on average
   */
  public record Outcome(ExitRule rule, double accuracy, double compute, double meanDepth) {}

  /**
   * A module's belief on the validation part.
   *
   * @param index place in the cascade, from 1
   * @param compute share of all modules' multiplications up to and with this one
   * @param accuracy share of samples whose most believed class is right
   * @param ece expected calibration error, 15 bins of equal width
   * @param temperature that makes the true classes likeliest; above 1 where the module is too sure
   * @param eceTempered expected calibration error at that temperature
   */
  public record Module(
      int index,
      double compute,
      double accuracy,
      double ece,
      double temperature,
      double eceTempered) {}

  /**
   * The test part.
   *
   * @param samples of it
   * @param full what all modules together reach
   * @param chosen what the rule reaches
   * @param ece of each module
   * @param eceTempered of each module at its temperature
   */
  public record Test(
      int samples, Outcome full, Outcome chosen, List<Double> ece, List<Double> eceTempered) {}

  /**
   * Time, each the lowest of several turns over the same samples.
   *
   * @param samples of a turn
   * @param turns of either
   * @param threads of the tensor library
   * @param fullSeconds of all modules
   * @param chosenSeconds of the rule
   */
  public record Time(
      int samples, int turns, int threads, double fullSeconds, double chosenSeconds) {}
}
