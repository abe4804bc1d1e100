package io.github.sid4j.predict;

import io.github.sid4j.internal.run.AsRead;
import io.github.sid4j.internal.run.OptionalField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the probabilities of a model can be trusted, and where it may stop early. In the run
 * folder it is {@code calibration.json}.
 *
 * <p>Immutable, and so safe for several threads.
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
 * @param decision how sure the choice of the rule is; null in files of earlier versions
 * @param noneOfThese from where on answers are refused; null where that was not asked for
 * @param jointReadout how the beliefs of all modules would answer together; null where it was not
 *     measured
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
    @OptionalField @Nullable Test test,
    @OptionalField @Nullable Time time,
    List<Outcome> curve,
    @OptionalField @Nullable Decision decision,
    @OptionalField @Nullable NoneOfThese noneOfThese,
    @OptionalField @Nullable JointReadout jointReadout) {
  /** The version of the form that this writes. */
  public static final int FORMAT = 1;

  /** Keeps copies that cannot be changed. */
  public Calibration {
    modules = AsRead.list(modules);
    curve = AsRead.list(curve);
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
        curve,
        decision,
        noneOfThese,
        jointReadout);
  }

  /**
   * The modules that are trained to answer: without a rule that was looked at, the last alone.
   *
   * @return in order of depth
   */
  public List<Module> answering() {
    return curve.isEmpty() && !modules.isEmpty()
        ? modules.subList(modules.size() - 1, modules.size())
        : modules;
  }

  /**
   * The result of a rule.
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
   * @param accuracy share of samples whose most probable class is right
   * @param ece expected calibration error, 15 bins of equal width
   * @param temperature that makes the true classes likelier; above 1 where the module is too sure,
   *     1 where the samples do not show that another is better
   * @param eceTempered expected calibration error at that temperature
   * @param fit how sure the temperature is; null in files of earlier versions
   */
  public record Module(
      int index,
      double compute,
      double accuracy,
      double ece,
      double temperature,
      double eceTempered,
      @OptionalField @Nullable Fit fit) {}

  /**
   * How sure a temperature is.
   *
   * @param gain how much likelier the true classes are at temperatures that were fitted without
   *     them, over parts of the validation part, mean in nats; null where none was fitted
   * @param standardError of the gain; null where none was fitted
   * @param reason why the temperature is what it is, in words
   */
  public record Fit(@Nullable Double gain, @Nullable Double standardError, String reason) {}

  /**
   * How sure the choice of a rule is.
   *
   * @param confidence probability with which what was asked for holds on new data of the same kind
   * @param lost samples of the validation part that all modules are right about and the rule is not
   * @param gained samples that the rule is right about and all modules are not
   * @param bound by what was asked for: the highest loss, the lowest accuracy or the highest share
   *     of the multiplications that is not excluded with that confidence; null where all modules
   *     are computed
   * @param reason of the choice, in words
   * @param samplesNeeded of a validation part that would show more, if rates stay; null where it is
   *     not known, or nothing more is to be shown
   */
  public record Decision(
      double confidence,
      int lost,
      int gained,
      @Nullable Double bound,
      String reason,
      @Nullable Long samplesNeeded) {}

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
      int samples, Outcome full, Outcome chosen, List<Double> ece, List<Double> eceTempered) {
    /** Keeps copies that cannot be changed. */
    public Test {
      ece = AsRead.list(ece);
      eceTempered = AsRead.list(eceTempered);
    }
  }

  /**
   * The belief {@code softmax(sum_j w_j log p_j)} of all modules together, measured only: no answer
   * is made by it.
   *
   * @param weights w_j, at least 0, in order of depth, fitted on the validation part
   * @param accuracy on parts of the validation part, each with weights that were fitted without it
   * @param ece expected calibration error of these answers
   * @param gain how much likelier it makes the true classes there than the last module at its
   *     temperature, which was fitted likewise; mean in nats
   * @param standardError of the gain
   * @param testAccuracy with all weights on the test part; null without one
   * @param testEce likewise
   */
  public record JointReadout(
      List<Double> weights,
      double accuracy,
      double ece,
      double gain,
      double standardError,
      @OptionalField @Nullable Double testAccuracy,
      @OptionalField @Nullable Double testEce) {
    /** Keeps a copy that cannot be changed. */
    public JointReadout {
      weights = AsRead.list(weights);
    }
  }

  /**
   * From where on an answer is refused, as none of the classes.
   *
   * @param share of the validation part that may be refused
   * @param threshold an answer of a lower probability is refused
   * @param refused share of the validation part that is
   * @param refusedTest share of the test part that is; null without one
   * @param unknown how examples of other classes fare; null where none were given
   */
  public record NoneOfThese(
      double share,
      double threshold,
      double refused,
      @OptionalField @Nullable Double refusedTest,
      @OptionalField @Nullable Unknown unknown) {}

  /**
   * Examples of classes that the model does not know.
   *
   * @param samples of them
   * @param refused share of them that is refused
   * @param auroc probability that an example of a known class has a more probable answer than one
   *     of them, ties counted half
   * @param known examples of known classes that were compared: the test part, or the validation
   *     part where there is none
   */
  public record Unknown(int samples, double refused, double auroc, int known) {}

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
