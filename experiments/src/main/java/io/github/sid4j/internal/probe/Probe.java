package io.github.sid4j.internal.probe;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.ProbeResult;
import io.github.sid4j.internal.run.ProbeResult.ModuleProbe;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.StoredRun;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.model.Weights;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a trained cascade: what a linear map can read from the features of each module, where
 * local gradients point, from which module on answers stay, and what the columns of a table are
 * worth to each. The run stays as it is but for its file {@code probe.json}.
 */
public final class Probe {
  /** Samples of the training part that linear maps are fitted to, unless it has fewer. */
  public static final int SAMPLES = 5_000;

  private static final int BATCHES = 8;
  private static final int BATCH = 64;

  private Probe() {}

  /**
   * Measures a run, with its best weights.
   *
   * @param opening of it, with its own network and data where it had some
   * @param samples of the training part to fit to, at least 10
   * @return what is then in {@code probe.json}
   * @throws InputException if there is no such run, its files are damaged, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read or written
   */
  public static ProbeResult measure(RunOpening opening, int samples) throws IOException {
    StoredRun stored = StoredRun.open(opening);
    Splits data = stored.data();
    boolean validated = data.validation().size() > 0;
    Examples measured = validated ? data.validation() : data.test();
    if (measured.size() == 0) {
      throw new InputException(
          opening.folder().toString(),
          "a run with a validation or a test part",
          "neither",
          "train with one of them");
    }
    Examples fitted = ThinnedExamples.of(data.train(), samples);
    stored.restore(Weights.BEST);
    ProbeResult result;
    try (ThreadScope cores = ThreadScope.of(new TrainingComponents(stored.settings()).threads());
        Scope scope = Scope.open()) {
      GradientAgreement gradients = gradients(stored, fitted);
      result =
          new ProbeResult(
              ProbeResult.FORMAT,
              BuildInfo.load().version(),
              validated ? "validation" : "test",
              fitted.size(),
              measured.size(),
              Math.min(BATCHES, (fitted.size() + BATCH - 1) / BATCH),
              boxed(gradients.mean(stored.cascade().depth())),
              modules(stored, fitted, measured, gradients),
              ColumnImportance.of(stored.cascade(), measured),
              InputWorth.of(stored.cascade(), measured));
    }
    try (RunFolder held = RunFolder.hold(stored.paths().folder())) {
      RunJson.write(held.paths().probe(), result);
    }
    return result;
  }

  private static GradientAgreement gradients(StoredRun stored, Examples fitted) {
    GradientAgreement agreement = new GradientAgreement(stored.cascade(), stored.objective());
    Examples some = ThinnedExamples.of(fitted, BATCHES * BATCH);
    try (Execution execution = stored.execution();
        Batches batches = Batches.sequential(some, BATCH)) {
      long step = 0;
      while (batches.hasNext()) {
        agreement.add(execution, batches.next(), stored.settings().get(RunSetting.SEED), step++);
      }
    }
    return agreement;
  }

  private static List<ModuleProbe> modules(
      StoredRun stored, Examples fitted, Examples measured, GradientAgreement gradients) {
    InputEncoding encoding = stored.data().train().encoding().orElse(null);
    boolean numbers =
        !(encoding instanceof TextEncoding) && !(encoding instanceof MultimodalEncoding);
    FeatureRows here = FeatureRows.of(stored.cascade(), fitted, numbers);
    FeatureRows there = FeatureRows.of(stored.cascade(), measured, numbers);
    Tensor wanted = oneHot(here.labels(), stored.cascade().classes());
    double[] settled = Settling.of(there.chosen());
    List<ModuleProbe> probes = new ArrayList<>();
    for (int i = 0; i < stored.cascade().depth(); i++) {
      ModuleProbe before = i == 0 ? null : probes.get(i - 1);
      boolean same = i > 0 && here.modules().get(i) == here.modules().get(i - 1);
      probes.add(
          new ModuleProbe(
              i + 1,
              there.accuracy(i),
              before != null && same
                  ? before.linearAccuracy()
                  : linear(here.modules().get(i), wanted, there.modules().get(i), there.labels()),
              before != null && same ? before.inputError() : numbers ? input(here, there, i) : null,
              boxed(gradients.mean(i)),
              settled[i]));
    }
    return probes;
  }

  private static double linear(Tensor features, Tensor wanted, Tensor others, int[] labels) {
    try (Scope scope = Scope.open()) {
      return RidgeProbe.accuracy(RidgeProbe.fit(features, wanted).apply(others), labels);
    }
  }

  private static Double input(FeatureRows here, FeatureRows there, int i) {
    try (Scope scope = Scope.open()) {
      RidgeProbe probe = RidgeProbe.fit(here.modules().get(i), here.inputs().orElseThrow());
      return RidgeProbe.unexplained(
          probe.apply(there.modules().get(i)), there.inputs().orElseThrow());
    }
  }

  private static Tensor oneHot(int[] labels, int classes) {
    double[] values = new double[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      values[i * classes + labels[i]] = 1;
    }
    return Tensor.of(values, labels.length, classes).to(DType.FLOAT64);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
