package io.github.sid4j.internal.tensorboard;

import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Reports a run to TensorBoard; its steps are the epochs. */
final class TensorBoardLog implements AutoCloseable {
  private final EventFile file;
  private final TrackedSamples samples;
  private final String method;

  private TensorBoardLog(EventFile file, TrackedSamples samples, String method) {
    this.file = file;
    this.samples = samples;
    this.method = method;
  }

  /**
   * Begins a file for the epochs that this process is going to train.
   *
   * @param epoch the first of them; earlier files' word on it and later ones is taken back
   * @param method of the training; only modules that it trains to answer are shown
   */
  static TensorBoardLog open(Path folder, int epoch, TrackedSamples samples, String method)
      throws IOException {
    TensorBoardLog log = new TensorBoardLog(EventFile.create(folder, epoch), samples, method);
    log.pictures(epoch);
    return log;
  }

  private void pictures(int epoch) throws IOException {
    List<Summary> pictures = new ArrayList<>();
    for (int k = 0; k < samples.samples().size(); k++) {
      TrackedSamples.Sample sample = samples.samples().get(k);
      if (sample.png() != null) {
        byte[] png = Base64.getDecoder().decode(sample.png());
        pictures.add(
            Summary.image(
                String.format(Locale.ROOT, "samples/%02d %s", k + 1, className(sample.label())),
                png));
      }
    }
    file.write(epoch, pictures);
  }

  void epoch(EpochMetrics metrics, BeliefHistograms histograms, EpochBeliefs beliefs)
      throws IOException {
    List<Summary> values = new ArrayList<>();
    values.add(Summary.scalar("run/learning_rate", metrics.learningRate()));
    values.add(Summary.scalar("run/samples_per_second", metrics.samplesPerSecond()));
    values.add(Summary.scalar("run/train_accuracy", metrics.trainAccuracy()));
    scalar(values, "run/validation_accuracy", metrics.validationAccuracy());
    for (ModuleMetrics module : AnsweringModules.of(method, metrics.modules())) {
      String name = "/module_" + module.index();
      scalars(values, "train_", name, module.train());
      if (module.validation() != null) {
        scalars(values, "validation_", name, module.validation());
        int i = module.index() - 1;
        values.add(Summary.histogram("belief_label" + name, 0, 1, histograms.ofLabel(i)));
        values.add(Summary.histogram("belief_strongest" + name, 0, 1, histograms.ofStrongest(i)));
      }
    }
    values.add(Summary.text("samples/beliefs", table(beliefs)));
    file.write(metrics.epoch(), values);
  }

  private static void scalars(
      List<Summary> values, String part, String module, BeliefMetrics belief) {
    scalar(values, part + "accuracy" + module, belief.accuracy());
    scalar(values, part + "kl_target" + module, belief.klTarget());
    scalar(values, part + "kl_previous" + module, belief.klPrevious());
    scalar(values, part + "loss" + module, belief.loss());
    scalar(values, part + "loss_above_floor" + module, belief.lossAboveFloor());
    scalar(values, part + "regressed" + module, belief.regressed());
    scalar(values, part + "slack" + module, belief.slack());
  }

  private static void scalar(List<Summary> values, String tag, Double value) {
    if (value != null) {
      values.add(Summary.scalar(tag, value));
    }
  }

  /** Each sample's belief in its class, module by module, as Markdown. */
  private String table(EpochBeliefs beliefs) {
    int modules = beliefs.samples().isEmpty() ? 0 : beliefs.samples().get(0).beliefs().size() - 1;
    int first = AnsweringModules.all(method) ? 1 : Math.max(1, modules);
    StringBuilder text = new StringBuilder("| sample | class |");
    for (int module = first; module <= modules; module++) {
      text.append(" module ").append(module).append(" |");
    }
    text.append("\n|---|---|").append("--:|".repeat(modules - first + 1)).append('\n');
    for (int k = 0; k < beliefs.samples().size(); k++) {
      String name = className(samples.samples().get(k).label());
      text.append("| ").append(k + 1).append(" | ").append(escaped(name)).append(" |");
      for (List<Double> belief : beliefs.samples().get(k).beliefs().subList(first, modules + 1)) {
        text.append(String.format(Locale.ROOT, " %.1f %% |", 100 * belief.get(0)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** To be read as it is, whatever Markdown would make of it. */
  private static String escaped(String name) {
    return name.replaceAll("\\R", " ").replaceAll("\\p{Punct}", "\\\\$0");
  }

  private String className(int label) {
    return samples.classNames().get(label);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
