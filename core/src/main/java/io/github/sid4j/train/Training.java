package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.ClassSummary;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.CascadeSize;
import io.github.sid4j.model.Cascades;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.ModelDescription;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.run.RunFolder;
import io.github.sid4j.run.RunPaths;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One training run from settings to result, with the folder it leaves.
 *
 * <pre>{@code
 * Trained trained =
 *     Training.of(Settings.defaults().with(DataSetting.DATASET, "digits")).run();
 * }</pre>
 */
public final class Training {
  private static final CascadeFactory BUILT_IN = Cascades::create;

  private final Settings settings;
  private Dataset dataset;
  private CascadeFactory cascades = BUILT_IN;
  private TrainingListener listener = new TrainingListener() {};
  private BooleanSupplier stop = () -> false;
  private List<String> command;

  private Training(Settings settings) {
    this.settings = settings.checkGiven();
  }

  /**
   * Prepares a run.
   *
   * @param settings of the run; where they resume one, what they do not give is as it was for it
   * @return to be completed and {@linkplain #run() run}
   * @throws InputException if settings exclude each other
   */
  public static Training of(Settings settings) {
    return new Training(settings);
  }

  /**
   * Brings a data set of one's own, instead of the one that the settings name.
   *
   * @param own to train on
   * @return this
   */
  public Training dataset(Dataset own) {
    dataset = own;
    return this;
  }

  /**
   * Brings a network of one's own, instead of the one that the settings name.
   *
   * @param own makes the cascade
   * @return this
   */
  public Training cascade(CascadeFactory own) {
    cascades = own;
    return this;
  }

  /**
   * Reports the course of the run to a listener.
   *
   * @param own hears of every step and epoch, on the thread that trains
   * @return this
   */
  public Training listener(TrainingListener own) {
    listener = own;
    return this;
  }

  /**
   * Lets the run be stopped from outside.
   *
   * @param requested asked after every step; once true, the run writes a checkpoint and ends
   * @return this
   */
  public Training stopWhen(BooleanSupplier requested) {
    stop = requested;
    return this;
  }

  /**
   * Has the command line kept in the provenance.
   *
   * @param words of it
   * @return this
   */
  public Training command(List<String> words) {
    command = List.copyOf(words);
    return this;
  }

  /**
   * Refuses a run folder that {@link #run} would refuse, before data is read; changes nothing.
   *
   * @return this
   * @throws InputException if the folder holds something else, or a run with other settings
   * @throws IOException if it cannot be read
   */
  public Training checkFolder() throws IOException {
    new RunFolderResolver(settings).check();
    return this;
  }

  /**
   * Trains, or resumes a run that was stopped or is to be longer, and tests once at the end. Of a
   * run that is resumed, settings that were not given come from its folder. On data of one's own,
   * {@code batch} and {@code epochs} follow the size of the training part unless they are given.
   *
   * @return the trained cascade, and what came out if the run was not stopped before its end
   * @throws InputException if settings, data or the run's folder cannot be used
   * @throws IOException if reading or writing fails; the last checkpoint stays
   * @throws io.github.sid4j.objective.DivergedException if a loss leaves the finite numbers; the
   *     last checkpoint stays
   */
  public Trained run() throws IOException {
    RunFolderResolver place = new RunFolderResolver(settings);
    Settings open = AutoLength.open(place.check(), dataset);
    BaseModelMapping knowing = new BaseModelMapping(open);
    ModelDescription known = knowing.known();
    Dataset all = dataset != null ? dataset : new DataSource(open).open(listener::fetched);
    Dataset opened = BaseModelMapping.as(known, knowing.chosen(all));
    Splits data = knowing.replaying(new TrainingComponents(open).split(opened));
    int samples = data.train().size();
    Settings sized = AutoLength.resolve(open, samples);
    TrainingComponents components = new TrainingComponents(sized);
    components.useThreads();
    Initializer init = new Initializer(sized.get(RunSetting.SEED), DType.FLOAT32);
    components.checkBatches(samples);
    int[] shape = data.train().shape();
    if (cascades == BUILT_IN) {
      CascadeSize.checkTraining(sized, shape, opened.classNames().size());
    }
    Cascade cascade = cascades.create(sized, shape, opened.classNames().size(), init);
    if (place.isNew()) {
      new InitialWeights(sized).fill(cascade);
    }
    Settings resolved = DataPlace.whole(Cutting.kept(sized, cascade), dataset == null);
    Objective objective = components.objective(cascade.depth());
    List<Integer> stageThreads = components.stageThreads(cascade);
    components.smallestPart(samples).check(cascade, shape);
    // The folder comes after all that can be refused, so that nothing is left of a refused run.
    try (RunFolder folder = place.take(opened, sized.get(ModelSetting.METHOD))) {
      return run(
          place, opened, data, open, resolved, stageThreads, cascade, objective, folder.paths());
    }
  }

  private Trained run(
      RunFolderResolver place,
      Dataset opened,
      Splits data,
      Settings open,
      Settings resolved,
      List<Integer> stageThreads,
      Cascade cascade,
      Objective objective,
      RunPaths paths)
      throws IOException {
    boolean begins = place.isNew();
    try {
      RunChoices choices =
          place.begin(
              paths,
              opened,
              data,
              resolved,
              stageThreads,
              () -> new PrecisionProbe(resolved, cascade, objective, data.train().shape()).choose(),
              command,
              listener::warned);
      opened.notes().forEach(listener::warned);
      ClassSummary.of(opened, data).warnings().forEach(listener::warned);
      int samples = data.train().size();
      Course course = Course.of(open, resolved, samples, choices.epochsBefore());
      if (begins) {
        FewSteps.warnings(course, resolved, samples).forEach(listener::warned);
      }
      return new Session(
              resolved.with(RunSetting.STAGE_THREADS, choices.stageThreads()),
              cascade,
              objective,
              choices,
              course,
              opened,
              data,
              listener,
              stop)
          .run(paths);
    } catch (FileSystemException e) {
      throw e; // Names its file.
    } catch (IOException e) {
      // A full disk shows in the middle of a file, where the system names none.
      throw new IOException(paths.folder() + ": " + e.getMessage(), e);
    }
  }
}
