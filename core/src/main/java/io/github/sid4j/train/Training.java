package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.internal.data.ClassSummary;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.model.CascadeSize;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.train.BaseModelMapping;
import io.github.sid4j.internal.train.DataPlace;
import io.github.sid4j.internal.train.DataSource;
import io.github.sid4j.internal.train.NetworkInputs;
import io.github.sid4j.internal.train.Ranks;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.internal.train.UserParts;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One training from settings to result. It writes nothing to disk unless its settings name a run
 * folder, or {@link #newFolderIn} asks for one. A program takes the {@linkplain #builder typed way}
 * to it:
 *
 * <pre>{@code
 * try (Trained trained =
 *     Training.builder()
 *         .data(Datasets.digits())
 *         .method(Sid.modules(5).alpha(0.5))
 *         .epochs(20)
 *         .fit()) {
 *   System.out.println(trained.result().orElseThrow().testAccuracy().last());
 * }
 * }</pre>
 *
 * <p>Not safe for use by several threads. Several trainings may run at the same time, each on a
 * thread of its own.
 */
public final class Training {
  /** The network of a program that brings one, which has no recipe. */
  private static final String AUTO = "auto";

  private final Settings settings;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private UserParts own = UserParts.NONE;
  private BooleanSupplier stop = () -> false;
  private Optional<Ranks> ranks = Optional.empty();
  private @Nullable List<String> command;
  private @Nullable Path parent;

  private Training(Settings settings) {
    this.settings = settings.checkGiven();
  }

  /**
   * Begins the description of a training.
   *
   * @return of which the data must be given, and all else has a default
   */
  public static TrainingBuilder builder() {
    return new TrainingBuilder();
  }

  /**
   * Prepares a training from settings, as the command line does.
   *
   * @param settings of the run; where they resume one, its settings hold for what they leave out
   * @return to be completed and {@linkplain #run() run}
   * @throws InputException if settings exclude each other
   */
  public static Training of(Settings settings) {
    return new Training(settings);
  }

  /**
   * Brings an own data set, instead of the one that the settings name.
   *
   * @param dataset to train on
   * @return this
   */
  public Training dataset(Dataset dataset) {
    own = own.with(dataset);
    return this;
  }

  /**
   * Brings an own network, instead of the one that the settings name.
   *
   * @param network makes the cascade
   * @return this
   */
  public Training cascade(CascadeFactory network) {
    own = own.with(network);
    return this;
  }

  /** Brings all own parts. */
  Training own(UserParts parts) {
    own = parts;
    return this;
  }

  /**
   * Adds listeners.
   *
   * @param added hear of the training after those that were added before
   * @return this
   */
  public Training listeners(TrainingListener... added) {
    listeners.addAll(List.of(added));
    return this;
  }

  /**
   * Lets the run be stopped from outside.
   *
   * @param requested asked after every step; once true, the training stops as by {@link
   *     TrainingContext#requestStop}
   * @return this
   */
  public Training stopWhen(BooleanSupplier requested) {
    stop = requested;
    return this;
  }

  /**
   * Keeps the command line in the provenance of the run.
   *
   * @param words of it
   * @return this
   */
  public Training command(List<String> words) {
    command = List.copyOf(words);
    return this;
  }

  /**
   * Stores the run in a new folder, unless the settings name one.
   *
   * @param runs where the new folder is made, named by data, method and time
   * @return this
   */
  public Training newFolderIn(Path runs) {
    parent = runs;
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
    new RunFolderResolver(settings, parent).check();
    return this;
  }

  /**
   * Trains, or resumes a run that was stopped or is to be longer, and tests once at the end. Of a
   * run that is resumed, settings that were not given come from its folder. On own data, {@code
   * batch} and {@code epochs} follow the size of the training part unless they are given.
   *
   * @return the trained cascade, and what came out if the run was not stopped before its end; to be
   *     closed
   * @throws InputException if settings, data or the run's folder cannot be used
   * @throws IOException if reading or writing fails; the last checkpoint stays
   * @throws io.github.sid4j.objective.DivergedException if a loss leaves the finite numbers; the
   *     last checkpoint stays
   */
  public Trained run() throws IOException {
    if (settings.get(RunSetting.PROCESSES) > 1) {
      throw InputException.ofSetting(
          "processes",
          "1 where nothing starts the others",
          settings.text(RunSetting.PROCESSES),
          "leave it out");
    }
    return train();
  }

  /**
   * Trains as one of several processes that share the stages of the cascade, if a launcher has
   * started this one as such: torchrun, Slurm, Open MPI, MPICH, Kubernetes and others say so in the
   * environment. Each process brings the same settings and own parts. The first reads the data and
   * keeps the run, as {@link #run} does, with the same numbers. Without a launcher it is {@link
   * #run}.
   *
   * @return the trained cascade as of {@link #run}, in the first process; empty in the others, when
   *     the training is over or was stopped
   * @throws InputException as {@link #run}, or if the processes differ, or the launcher says half
   *     of what is needed
   * @throws IOException as {@link #run}
   * @throws RuntimeException if another process is lost; its message names that process, and the
   *     last checkpoint stays
   */
  public Optional<Trained> runAsRank() throws IOException {
    Optional<Seat> seat = Seat.of(System.getenv());
    return seat.isPresent() ? runAs(seat.get()) : Optional.of(run());
  }

  Optional<Trained> runAs(Seat seat) throws IOException {
    try (Ranks met = Ranks.meet(seat, settings, own)) {
      try {
        return as(met);
      } catch (IOException e) {
        met.explained(e);
        throw e;
      } catch (RuntimeException | Error e) {
        throw met.explained(e);
      }
    }
  }

  private Optional<Trained> as(Ranks met) throws IOException {
    if (!met.isFirst()) {
      met.follow(own);
      return Optional.empty();
    }
    ranks = Optional.of(met);
    Trained trained = train();
    met.dismiss();
    return Optional.of(trained);
  }

  private Trained train() throws IOException {
    RunFolderResolver place = new RunFolderResolver(settings, parent);
    Settings placed = place.check();
    PretrainedStart start =
        place.isNew() && own.network().isEmpty()
            ? PretrainedStart.of(placed, this::fetched)
            : PretrainedStart.none(placed);
    start.lines().forEach(line -> listeners.forEach(listener -> listener.noted(line)));
    start.warnings().forEach(this::warn);
    BaseModelMapping knowing = new BaseModelMapping(start.settings());
    ModelDescription known = knowing.known();
    Dataset all =
        own.data().isPresent()
            ? own.data().get()
            : new DataSource(start.settings()).open(this::fetched);
    Dataset mapped = BaseModelMapping.as(known, knowing.chosen(all));
    Dataset dataset = start.preparation().map(mapped::standardised).orElse(mapped);
    Splits data = knowing.replaying(new TrainingComponents(start.settings()).split(dataset));
    int samples = data.train().size();
    Settings open = open(start.settings(), place.isNew(), data.train());
    Tuning tuning = tuning(place, start, open, dataset, data);
    tuning.lines().forEach(line -> listeners.forEach(listener -> listener.noted(line)));
    TrainingComponents sized =
        new TrainingComponents(
            NetworkInputs.sized(AutoLength.resolve(tuning.settings(), samples), data.train()), own);
    sized.checkBatches(samples);
    try (ThreadScope threads = ThreadScope.of(sized.threads())) {
      RunParts parts = parts(sized, dataset, data, place.isNew());
      try {
        ranks.ifPresent(others -> others.check(parts));
        return run(place, parts, open, start);
      } catch (IOException | RuntimeException | Error e) {
        parts.cascade().close();
        throw e;
      }
    }
  }

  /** With what the network and the size of the data say of what nobody gave. */
  private Settings open(Settings placed, boolean isNew, Examples train) {
    String network =
        own.network().isPresent()
            ? AUTO
            : Networks.resolve(NetworkInputs.sized(placed, train), train.shape());
    Settings chosen = isNew ? placed.forNetwork(network) : placed;
    return AutoLength.open(chosen, own.data().orElse(null));
  }

  private Tuning tuning(
      RunFolderResolver place, PretrainedStart start, Settings open, Dataset dataset, Splits data) {
    return place.isNew() && own.network().isEmpty()
        ? Tuning.of(
            open,
            start.preparation().isPresent(),
            data.train().shape(),
            data.train().size(),
            dataset.classNames().size())
        : Tuning.none(open);
  }

  private void fetched(String file, long bytes, long total) {
    listeners.forEach(listener -> listener.fetched(file, bytes, total));
  }

  private void warn(String line) {
    listeners.forEach(listener -> listener.warned(line));
  }

  private RunParts parts(
      TrainingComponents sized, Dataset dataset, Splits data, boolean drawsWeights)
      throws IOException {
    int[] shape = data.train().shape();
    int classes = dataset.classNames().size();
    if (own.network().isEmpty()) {
      CascadeSize.checkTraining(sized.settings(), shape, classes, data.train().size());
    }
    Initializer init =
        new Initializer(
            sized.settings().get(RunSetting.SEED),
            DType.FLOAT32,
            Device.available(sized.settings().get(RunSetting.DEVICE)));
    Cascade cascade = network().create(sized.settings(), shape, classes, init);
    try {
      if (drawsWeights) {
        new InitialWeights(sized.settings()).fill(cascade, data.train());
      }
      Settings resolved =
          DataPlace.whole(Cutting.kept(sized.settings(), cascade), own.data().isEmpty())
              .with(RunSetting.DEVICE, init.device().name());
      Objective objective = sized.objective(cascade.depth());
      sized.smallestPart(data.train().size()).check(cascade, shape);
      sized.augmentation(dataset.name(), data.train()); // Refuses what cannot be changed.
      return new RunParts(sized.with(resolved), cascade, objective, dataset, data);
    } catch (IOException | RuntimeException e) {
      cascade.close();
      throw e;
    }
  }

  private CascadeFactory network() {
    return Cascades.of(own.network());
  }

  /** The folder comes after all that can be refused, so that nothing is left of a refused run. */
  private Trained run(RunFolderResolver place, RunParts parts, Settings open, PretrainedStart start)
      throws IOException {
    PrecisionMemory memory =
        place.isInMemory() ? PrecisionMemory.ofUserToRead() : PrecisionMemory.ofUser();
    RunBeginning beginning =
        new RunBeginning(
            parts,
            parts.components().stageThreads(parts.cascade()),
            () -> new PrecisionProbe(parts).choose(memory),
            start.preparation().orElse(null),
            this::warn);
    if (place.isInMemory()) {
      return train(parts, beginning.inMemory(), open, new MemoryJournal(), true);
    }
    String method = parts.settings().get(ModelSetting.METHOD);
    try (RunFolder folder = place.take(parts.dataset(), method)) {
      return run(folder.paths(), parts, beginning, open, place.isNew());
    }
  }

  private Trained run(
      RunPaths paths, RunParts parts, RunBeginning beginning, Settings open, boolean begins)
      throws IOException {
    try {
      RunChoices choices = beginning.in(paths, command);
      int kept = parts.settings().get(RunSetting.KEEP_CHECKPOINTS);
      return train(parts, choices, open, new FolderJournal(paths, kept), begins);
    } catch (FileSystemException e) {
      throw e; // Names its file.
    } catch (IOException e) {
      // A full disk shows in the middle of a file, where the system names none.
      throw new IOException(paths.folder() + ": " + e.getMessage(), e);
    }
  }

  private Trained train(
      RunParts parts, RunChoices choices, Settings open, Journal journal, boolean begins)
      throws IOException {
    parts.dataset().notes().forEach(this::warn);
    ClassSummary.of(parts.dataset(), parts.data()).warnings().forEach(this::warn);
    int samples = parts.data().train().size();
    Course course = Course.of(open, parts.settings(), samples, choices.epochsBefore());
    if (begins) {
      FewSteps.warnings(course, parts.settings(), samples).forEach(this::warn);
      ManyThreads.warning(parts.components().threads()).ifPresent(this::warn);
      IdleSettings.warning(open, parts.data().train().encoding()).ifPresent(this::warn);
    }
    Settings shared = parts.settings().with(RunSetting.STAGE_THREADS, choices.stageThreads());
    return new Session(parts.with(shared), choices, course, journal, listeners, stop, ranks).run();
  }
}
