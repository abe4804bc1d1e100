package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.Cascades;
import io.github.sid4j.model.RunSettings;
import io.github.sid4j.model.TensorFiles;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.Provenance;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run measured again on the test part of its data, from the weights in its folder.
 *
 * @param dataset the data set's name
 * @param testSize samples of the test part
 * @param testAccuracy of the last module, with the weights of the best and of the last epoch
 * @param modules with the weights of the last epoch, in order of depth
 */
public record RunEvaluation(
    String dataset, int testSize, Accuracies testAccuracy, List<ModuleResult> modules) {
  /** Keeps a copy that cannot be changed. */
  public RunEvaluation {
    modules = List.copyOf(modules);
  }

  /**
   * Measures a run of the built-in networks and data sets.
   *
   * @param folder of the run; it must have finished an epoch
   * @return what came out
   * @throws InputException if there is no such run, its files are damaged, or its data is not what
   *     it was
   * @throws IOException if a file cannot be read
   */
  public static RunEvaluation of(Path folder) throws IOException {
    RunPaths paths = new RunPaths(folder);
    for (Path needed : List.of(paths.settings(), paths.weights(), paths.best())) {
      if (!Files.isRegularFile(needed)) {
        throw new InputException(
            needed.toString(),
            "a file of a run with a finished epoch",
            "none",
            "name the folder of such a run, or resume it first");
      }
    }
    Settings settings = RunSettings.read(paths);
    Recipe recipe = new Recipe(settings);
    recipe.useThreads();
    RunData opened = RunData.of(paths);
    Dataset dataset = opened.dataset();
    Splits data = opened.splits();
    Provenance provenance = RunJson.read(paths.provenance(), Provenance.class);
    Cascade cascade =
        Cascades.create(
                settings,
                data.test().shape(),
                dataset.classNames().size(),
                new Initializer(settings.get(RunSetting.SEED), DType.FLOAT32))
            .in(Precision.of(provenance.precision()));
    Objective objective = recipe.objective(cascade.depth());
    Evaluator evaluator = new Evaluator(cascade, objective);
    Map<String, Tensor> tensors = cascade.state().byName();
    TensorFiles.restore(paths.best(), tensors);
    List<BeliefMetrics> best = evaluator.evaluate(data.test());
    TensorFiles.restore(paths.weights(), tensors);
    List<BeliefMetrics> last = evaluator.evaluate(data.test());
    return new RunEvaluation(
        dataset.name(),
        data.test().size(),
        new Accuracies(best.get(best.size() - 1).accuracy(), last.get(last.size() - 1).accuracy()),
        FinalTest.results(last));
  }
}
