package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.model.Weights;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a classifier answers: when it stops early, and how its probabilities are meant.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param exit the rule to stop early by
 * @param chosen whether {@code sid calibrate} chose it, and not the caller
 * @param temperatures of the modules, in order; empty where probabilities are as trained
 * @param uncalibrated why they are, in words; empty where there are temperatures
 * @param noneBelow an answer of a lower probability is none of the classes; 0 where every answer
 *     counts
 */
public record InForce(
    ExitRule exit,
    boolean chosen,
    List<Double> temperatures,
    String uncalibrated,
    double noneBelow) {
  private static final int SHOWN = 10;

  /** Keeps a copy that cannot be changed. */
  public InForce {
    temperatures = List.copyOf(temperatures);
  }

  /** By the options alone. */
  public static InForce uncalibrated(ClassifierOptions options) {
    ExitRule exit = options.exit() == null ? ExitRule.NEVER : options.exit();
    return new InForce(exit, false, List.of(), "the model is not calibrated", 0);
  }

  /** Whether there is a calibration that is to be used. */
  public static boolean isStored(StoredModel model, ClassifierOptions options) {
    return options.calibrated()
        && options.weights() == Weights.BEST
        && Files.exists(model.paths().calibration());
  }

  /**
   * By the options, and by what is stored with the model for its weights.
   *
   * @param depth of the cascade
   * @param sha256 of the weights; null where none is stored
   */
  public static InForce of(
      StoredModel model, ClassifierOptions options, int depth, @Nullable String sha256)
      throws IOException {
    ExitRule wanted = options.exit();
    ExitCheck.wanted(model, wanted);
    if (sha256 == null) {
      return new InForce(
          wanted == null ? ExitRule.NEVER : wanted, false, List.of(), reason(model, options), 0);
    }
    Calibration calibration = read(model, depth, sha256);
    if (wanted == null) {
      ExitCheck.stored(model, calibration.exit(), model.paths().calibration());
    }
    return new InForce(
        wanted == null ? calibration.exit() : wanted,
        wanted == null,
        calibration.modules().stream().map(Calibration.Module::temperature).toList(),
        "",
        calibration.noneOfThese() == null ? 0 : calibration.noneOfThese().threshold());
  }

  private static String reason(StoredModel model, ClassifierOptions options) {
    if (!Files.exists(model.paths().calibration())) {
      return "the model is not calibrated";
    }
    return options.calibrated()
        ? "the calibration is of the best weights"
        : "the calibration is not used, as asked for";
  }

  private static Calibration read(StoredModel model, int depth, String sha256) throws IOException {
    String where = model.paths().calibration().toString();
    Calibration calibration = RunJson.read(model.paths().calibration(), Calibration.class);
    CalibrationCheck check = new CalibrationCheck(where, calibration);
    check.run();
    if (!sha256.equals(calibration.weightsSha256())) {
      throw new InputException(
          where,
          "a calibration of the weights in best.safetensors",
          "one of others",
          "calibrate again, or predict with uncalibrated=true");
    }
    check.modulesAre(depth);
    return calibration;
  }

  /**
   * In words.
   *
   * @return one line, for example {@code stops early by confidence:0.9, as the calibration chose;
   *     probabilities at the temperatures 1.2, 1}
   */
  public String describe() {
    String stops =
        exit.kind() == ExitRule.Kind.NEVER ? "computes all modules" : "stops early by " + exit;
    return stops
        + (chosen ? ", as the calibration chose; " : "; ")
        + meaning()
        + (noneBelow > 0
            ? "; below probability %s none of these".formatted(rounded(noneBelow))
            : "");
  }

  private String meaning() {
    if (temperatures.isEmpty()) {
      return "probabilities as trained, " + uncalibrated;
    }
    if (temperatures.stream().allMatch(temperature -> temperature == 1)) {
      return "probabilities as trained, which calibration left so";
    }
    return "probabilities at the temperatures "
        + temperatures.stream().limit(SHOWN).map(InForce::rounded).collect(Collectors.joining(", "))
        + (temperatures.size() > SHOWN ? ", ..." : "");
  }

  private static String rounded(double temperature) {
    return new BigDecimal(temperature)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }
}
