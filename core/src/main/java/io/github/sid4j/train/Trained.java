package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.Evaluator;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.OpenModel;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a training leaves. It owns the native memory of the cascade, which {@link #close} frees.
 *
 * <p>Not safe for use by several threads; a {@link #classifier} is.
 */
public final class Trained implements AutoCloseable {
  private final RunParts parts;
  private final BestWeights best;
  private final Journal journal;
  private final Optional<RunResult> result;
  private @Nullable Classifier classifier;
  private boolean closed;

  Trained(RunParts parts, BestWeights best, Journal journal, Optional<RunResult> result) {
    this.parts = parts;
    this.best = best;
    this.journal = journal;
    this.result = result;
  }

  /**
   * The cascade with the weights of the last step, or with those of the best epoch if the training
   * {@linkplain TrainingContext#finishEarly finished early}.
   *
   * @return owned by this, and freed with it
   * @throws IllegalStateException if this is closed
   */
  public Cascade cascade() {
    checkOpen();
    return parts.cascade();
  }

  /**
   * The parts that the run trained, validated and tested on.
   *
   * @return prepared; where a pretrained network is not trained, the features that it makes of
   *     them; with label noise the training labels are those that were given
   */
  public Splits data() {
    return parts.data();
  }

  /**
   * The folder of the run.
   *
   * @return empty if it was kept in memory
   */
  public Optional<Path> folder() {
    return journal.folder();
  }

  /**
   * What came out.
   *
   * @return empty if the run was stopped before its end
   */
  public Optional<RunResult> result() {
    return result;
  }

  /**
   * The epochs that were trained, those of earlier sessions included.
   *
   * @return in order; empty for a run that was finished before
   */
  public List<EpochMetrics> epochs() {
    return journal.epochs();
  }

  /**
   * Classifies examples with the weights of {@link #cascade}.
   *
   * @param examples prepared as the training part was, for example {@code data().test()}
   * @return for each example, in order, the class that the last module believes in most, 0 to N - 1
   * @throws IllegalStateException if this is closed
   */
  public int[] predict(Examples examples) {
    int[] classes = new int[examples.size()];
    int done = 0;
    try (ThreadScope cores = ThreadScope.of(parts.components().threads());
        Batches batches = Batches.once(examples)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        try (Scope step = Scope.open()) {
          List<Belief> beliefs = cascade().beliefs(InputTensors.of(batch, cascade().device()));
          Belief last = beliefs.get(beliefs.size() - 1);
          for (double index : last.probabilities().argmaxLast().toDoubles()) {
            classes[done++] = (int) index;
          }
        }
      }
    }
    return classes;
  }

  /**
   * What the modules believe of examples, with the weights of the best epoch. Unlike a {@link
   * #classifier} this makes no copy of the model, and reads the features that {@link #data} has.
   *
   * @param examples prepared as the training part was, for example {@code data().test()}
   * @return for each example, in order, the belief of each module: a probability, 0 to 1, for every
   *     class
   * @throws IllegalStateException if this is closed
   */
  public List<List<float[]>> beliefs(Examples examples) {
    checkOpen();
    List<List<float[]>> all = new ArrayList<>(examples.size());
    best.swap();
    try (ThreadScope cores = ThreadScope.of(parts.components().threads())) {
      new Evaluator(parts.cascade(), parts.objective())
          .evaluate(examples, (batch, beliefs) -> all.addAll(rows(beliefs)));
    } finally {
      best.swap();
    }
    return all;
  }

  /** Without the belief before the first module. */
  private static List<List<float[]>> rows(List<Belief> beliefs) {
    List<float[]> modules =
        beliefs.stream().skip(1).map(belief -> belief.probabilities().toFloats()).toList();
    int classes = (int) beliefs.get(0).probabilities().size(1);
    return IntStream.range(0, modules.get(0).length / classes)
        .mapToObj(
            row ->
                modules.stream()
                    .map(all -> Arrays.copyOfRange(all, row * classes, (row + 1) * classes))
                    .toList())
        .toList();
  }

  /**
   * A classifier with the weights of the best epoch, which prepares inputs as training did. It is
   * made at the first call, has a copy of the weights, and is closed with this. Safe for use by
   * several threads.
   *
   * @return the same at each call
   * @throws IllegalStateException if this is closed
   */
  public Classifier classifier() {
    checkOpen();
    if (classifier == null) {
      classifier = newClassifier();
    }
    return classifier;
  }

  private Classifier newClassifier() {
    ClassifierOptions options =
        ClassifierOptions.defaults().withThreads(parts.components().threads());
    return Classifier.of(model(), parts.cascade().precision(), options);
  }

  /**
   * A copy of the model with the weights of the best epoch, which a {@link #classifier} has, too:
   * for example to export it without a folder.
   *
   * @return owned by the caller, and open also after this is closed
   * @throws IllegalStateException if this is closed
   */
  public OpenModel model() {
    checkOpen();
    Settings settings = parts.settings().with(ReshapeSetting.FROZEN, "none");
    CascadeFactory network = Cascades.of(parts.components().own().network());
    ModelDescription description =
        ModelDescription.of(settings, parts.dataset(), parts.inputs().train());
    Initializer init =
        new Initializer(settings.get(RunSetting.SEED), DType.FLOAT32, cascade().device());
    Cascade copy =
        network.create(settings, description.shape(), description.classNames().size(), init);
    best.into(copy.state().byName());
    return new OpenModel(parts.settings(), description, copy);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("this training is closed");
    }
  }

  /** Frees the cascade and the classifier. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (classifier != null) {
        classifier.close();
      }
      best.close();
      parts.cascade().close();
    }
  }
}
