package io.github.sid4j.internal.train;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.JsonDamage;
import io.github.sid4j.internal.run.OptionalFieldIntrospector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Progress} as a file, and the suspicion with which one is read. */
final class ProgressFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .annotationIntrospector(new OptionalFieldIntrospector())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final Path file;

  ProgressFile(Path file) {
    this.file = file;
  }

  void write(Progress progress) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(progress));
  }

  /**
   * Reads where a run stands.
   *
   * @param modules of the cascade
   * @param length of the run
   * @param step of the checkpoint
   * @throws InputException unless a run with such epochs can stand there, or if it stands beyond
   *     that length
   */
  Progress read(int modules, RunLength length, long step) throws IOException {
    Progress progress = parse();
    check(progress.step() == step, "step " + step, progress.step());
    check(
        progress.epoch() >= 1
            && progress.stepInEpoch() >= 0
            && progress.stepInEpoch() <= length.stepsPerEpoch()
            && (progress.epoch() - 1L) * length.stepsPerEpoch() + progress.stepInEpoch() == step,
        "epoch and step_in_epoch of step %s with %s steps in each epoch"
            .formatted(step, length.stepsPerEpoch()),
        progress.epoch() + " and " + progress.stepInEpoch());
    checkSums(progress.sums(), modules);
    checkBest(progress);
    length.checkReached(progress);
    check(progress.trainSamples() >= 0, "train_samples of at least 0", progress.trainSamples());
    for (double seconds :
        new double[] {
          progress.trainSeconds(),
          progress.epochSeconds(),
          progress.epochWaitSeconds(),
          progress.wallSeconds()
        }) {
      check(Double.isFinite(seconds) && seconds >= 0, "seconds of at least 0", seconds);
    }
    return progress;
  }

  private Progress parse() throws IOException {
    byte[] json = Files.readAllBytes(file);
    try {
      Progress progress = JSON.readValue(json, Progress.class);
      check(progress != null, "an object", "null");
      return progress;
    } catch (IOException e) {
      throw wrong("the progress of a run", JsonDamage.found(e));
    }
  }

  private void checkSums(MeasureSums sums, int modules) {
    check(sums != null, "sums", "none");
    check(
        sums.samples() != null && sums.samples().length == 1 && sums.samples()[0] >= 0,
        "sums.samples of one number of at least 0",
        Arrays.toString(sums.samples()));
    checkCounts("correct", sums.correct(), modules, "samples", sums.samples()[0]);
    checkCounts("noisy", sums.noisy(), 1, "samples", sums.samples()[0]);
    checkCounts("label_disagreement", sums.labelDisagreement(), modules, "noisy", sums.noisy()[0]);
    checkCounts(
        "true_label_recovered", sums.trueLabelRecovered(), modules, "noisy", sums.noisy()[0]);
    if (sums.hasSlack()) {
      checkCounts("regressed", sums.regressed(), modules, "samples", sums.samples()[0]);
    }
    double[] slack = sums.hasSlack() ? sums.slack() : new double[modules];
    for (double[] sum :
        new double[][] {sums.klTarget(), sums.klPrevious(), sums.loss(), sums.floor(), slack}) {
      check(
          sum != null && sum.length == modules && Arrays.stream(sum).allMatch(Double::isFinite),
          "sums of %s finite numbers".formatted(modules),
          Arrays.toString(sum));
    }
  }

  private void checkCounts(String name, long[] counts, int length, String limit, long most) {
    check(
        counts != null
            && counts.length == length
            && Arrays.stream(counts).allMatch(n -> n >= 0 && n <= most),
        "sums.%s of %s numbers from 0 to sums.%s".formatted(name, length, limit),
        Arrays.toString(counts));
  }

  private void checkBest(Progress progress) {
    int best = progress.bestEpoch();
    int done = progress.epoch() - 1;
    check(
        done == 0 ? best == 0 : best >= 1 && best <= done,
        "best_epoch among the %s epochs that are over".formatted(done),
        best);
    for (Double accuracy : new Double[] {progress.bestAccuracy(), progress.lastAccuracy()}) {
      check(
          accuracy == null || (accuracy >= 0 && accuracy <= 1), "accuracies from 0 to 1", accuracy);
    }
    Double divergence = progress.bestDivergence();
    check(
        divergence == null || Double.isFinite(divergence),
        "a best_divergence that is a finite number",
        divergence);
  }

  private void check(boolean holds, String expected, @Nullable Object found) {
    if (!holds) {
      throw wrong(expected, String.valueOf(found));
    }
  }

  private InputException wrong(String expected, String found) {
    return new InputException(
        file.toString(),
        expected,
        found,
        "put back the file as the run wrote it, or delete this checkpoint's folder");
  }
}
