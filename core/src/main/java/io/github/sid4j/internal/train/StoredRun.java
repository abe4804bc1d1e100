package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.model.FirstValues;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.model.Weights;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.Classification;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.RunEvaluation;
import io.github.sid4j.train.RunOpening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A run opened again with its data.
 *
 * @param paths of the run
 * @param settings of the run
 * @param provenance of the run
 * @param dataset that it was trained on
 * @param data its parts, as they were in training
 * @param cascade of the network, in the run's precision; with drawn weights until something is
 *     measured
 */
public record StoredRun(
    RunPaths paths,
    Settings settings,
    Provenance provenance,
    Dataset dataset,
    Splits data,
    Cascade cascade) {
  /**
   * Opens a run. It is measured with as many threads as the run had; the calling thread has its own
   * number again after each measurement.
   *
   * @param run with its own network and data where it had some
   * @return with its data
   * @throws InputException if there is no such run, its files are damaged, its data is not what it
   *     was, or it needs the factory of its own network
   * @throws IOException if a file cannot be read
   */
  public static StoredRun open(RunOpening run) throws IOException {
    RunPaths paths = new RunPaths(run.folder());
    for (Path needed : List.of(paths.settings(), paths.weights(), paths.best())) {
      if (!Files.isRegularFile(needed)) {
        throw new InputException(
            needed.toString(),
            "a file of a run with a finished epoch",
            "none",
            "name the folder of such a run, or resume it first");
      }
    }
    StoredData opened = StoredData.open(run);
    checkNetwork(run, opened.provenance());
    Settings settings = opened.settings();
    FirstValues first = FirstValues.of(settings, run.network().own().isPresent(), run.device());
    Cascade cascade =
        run.cascades()
            .create(
                // Nothing is trained here, so that nothing needs to be kept from it.
                settings.with(ReshapeSetting.FROZEN, "none"),
                opened.data().test().shape(),
                opened.dataset().classNames().size(),
                first.initializer())
            .in(Precision.of(opened.provenance().precision()));
    first.drawAllBut(cascade.state().tensors());
    return new StoredRun(
        paths, settings, opened.provenance(), opened.dataset(), opened.data(), cascade);
  }

  private static void checkNetwork(RunOpening run, Provenance provenance) {
    if (run.network().own().isEmpty() && provenance.ownParts().contains("network")) {
      throw new InputException(
          run.folder().toString(),
          "the factory of the run's own network",
          "none",
          "give it when the run is opened");
    }
  }

  /**
   * Measures every module, feed-forward.
   *
   * @param weights of the run; the cascade has them from then on
   * @param examples at least one
   * @return a measure for each module, in order of depth
   * @throws InputException if the weights are damaged, or not of this network
   * @throws IOException if they cannot be read
   */
  public List<BeliefMetrics> measure(Weights weights, Examples examples) throws IOException {
    return measure(weights, examples, (batch, beliefs) -> {});
  }

  private List<BeliefMetrics> measure(
      Weights weights, Examples examples, BiConsumer<Batch, List<Belief>> seen) throws IOException {
    return measure(weights, examples, TestViews.PLAIN, seen);
  }

  private List<BeliefMetrics> measure(
      Weights weights, Examples examples, TestViews views, BiConsumer<Batch, List<Belief>> seen)
      throws IOException {
    restore(weights);
    TrainingComponents components = new TrainingComponents(settings);
    try (ThreadScope cores = ThreadScope.of(components.threads())) {
      return new Evaluator(cascade, components.objective(cascade.depth()), views)
          .evaluate(examples, seen);
    }
  }

  /**
   * The answers of one module on the test part, class by class.
   *
   * @param module whose, from 1
   * @return with both sets of weights; {@code null} without a test part
   * @throws InputException as {@link #measure}
   * @throws IOException if the weights cannot be read
   */
  public @Nullable Classification classification(int module) throws IOException {
    TestAnswers best = answers(module);
    measure(Weights.BEST, data.test(), best);
    TestAnswers last = answers(module);
    measure(Weights.LAST, data.test(), last);
    return classification(best, last);
  }

  private @Nullable Classification classification(TestAnswers best, TestAnswers last) {
    return TestAnswers.classification(best, last, dataset.classNames(), data.test());
  }

  private TestAnswers answers(int module) {
    return new TestAnswers(module, cascade.classes(), data.test());
  }

  /**
   * Which examples every module is right about, feed-forward.
   *
   * @param weights of the run; the cascade has them from then on
   * @param examples at least one
   * @return for each module, in order of depth, the places of the examples whose most believed
   *     class is their label
   * @throws InputException as {@link #measure}
   * @throws IOException if the weights cannot be read
   */
  public List<BitSet> right(Weights weights, Examples examples) throws IOException {
    RightExamples right = new RightExamples(cascade.depth());
    measure(weights, examples, right);
    return right.byModule();
  }

  /**
   * What the modules of the run learned by.
   *
   * @return for all of them
   */
  public Objective objective() {
    return new TrainingComponents(settings).objective(cascade.depth());
  }

  /**
   * A way to compute the local gradients that modules had in training. All ways but those of
   * another overlap give the same.
   *
   * @return to be closed
   */
  public Execution execution() {
    return Executions.of(settings.with(TrainingSetting.EXECUTION, "single-pass"), 1, cascade);
  }

  /**
   * Gives the cascade weights of the run.
   *
   * @param weights which
   * @throws InputException as {@link #measure}
   * @throws IOException if they cannot be read
   */
  public void restore(Weights weights) throws IOException {
    TensorFiles.restore(file(weights), cascade.state().byName());
  }

  private Path file(Weights weights) {
    return weights == Weights.BEST ? paths.best() : paths.weights();
  }

  /**
   * Test samples to look at, with the best weights; the cascade has them from then on.
   *
   * @return of the whole test part
   * @throws InputException as {@link #measure}
   * @throws IOException if the weights cannot be read
   */
  public TestGallery gallery() throws IOException {
    TestLook look = new TestLook(data.test());
    if (data.test().size() > 0) {
      measure(Weights.BEST, data.test(), look);
    }
    TrainingComponents components = new TrainingComponents(settings);
    try (ThreadScope cores = ThreadScope.of(components.threads())) {
      return GalleryMaker.of(
          dataset.name(),
          dataset.classNames(),
          look,
          new Evaluator(cascade, components.objective(cascade.depth())),
          settings.everyModuleAnswers() ? 1 : cascade.depth());
    }
  }

  /**
   * Writes {@code gallery.json} into the folder of a finished run that lacks it.
   *
   * @throws IOException if the weights cannot be read
   */
  public void addGallery() throws IOException {
    boolean lacking = Files.exists(paths.result()) && !Files.exists(paths.gallery());
    if (lacking && Files.isWritable(paths.folder()) && !RunFolder.isWritten(paths.folder())) {
      try (RunFolder held = RunFolder.hold(paths.folder())) {
        RunJson.writeLine(held.paths().gallery(), gallery());
      }
    }
  }

  /**
   * Measures both sets of weights on the test part, in the views that the settings want.
   *
   * @return what came out
   * @throws InputException as {@link #measure}
   * @throws IOException if the weights cannot be read
   */
  public RunEvaluation evaluation() throws IOException {
    return evaluation(TestViews.of(settings));
  }

  /**
   * Measures a run in other views of its test images than those of its settings.
   *
   * @param run the run
   * @param views a word of {@link TrainingSetting#TTA}
   * @return what came out
   * @throws InputException as {@link #open}, or if its samples are no images
   * @throws IOException if a file cannot be read
   */
  public static RunEvaluation evaluation(RunOpening run, String views) throws IOException {
    StoredRun stored = open(run);
    try (Cascade opened = stored.cascade()) {
      return stored.evaluation(TestViews.of(stored.settings.with(TrainingSetting.TTA, views)));
    }
  }

  private RunEvaluation evaluation(TestViews views) throws IOException {
    TestAnswers withBest = answers(cascade.depth());
    List<BeliefMetrics> best = measure(Weights.BEST, data.test(), views, withBest);
    TestAnswers withLast = answers(cascade.depth());
    List<BeliefMetrics> last = measure(Weights.LAST, data.test(), views, withLast);
    return new RunEvaluation(
        dataset.name(),
        data.test().size(),
        new Accuracies(best.get(best.size() - 1).accuracy(), last.get(last.size() - 1).accuracy()),
        FinalTest.results(last),
        settings.get(ModelSetting.METHOD),
        classification(withBest, withLast));
  }
}
