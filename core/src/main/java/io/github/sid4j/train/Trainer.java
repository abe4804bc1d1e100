package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.EpochPlan;
import io.github.sid4j.internal.engine.OneValueException;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.BatchTargets;
import io.github.sid4j.internal.train.BestBy;
import io.github.sid4j.internal.train.Evaluator;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.internal.train.RunState;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Target;
import io.github.sid4j.objective.Teaching;
import io.github.sid4j.optim.Schedule;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The training loop: epochs of steps, a validation after each, a checkpoint where due. */
final class Trainer {
  private final RunParts parts;
  private final Settings settings;
  private final Cascade cascade;
  private final Device device;
  private final Splits data;
  private final Method method;
  private final Journal journal;
  private final RunState state;
  private final Events events;
  private final BooleanSupplier stop;
  private final Schedule schedule;
  private final ClassWeights weights;

  /**
   * Prepares the loop.
   *
   * @param method of the training
   * @param journal keeps what is stored
   * @param state from where to train on
   * @param events to announce
   * @param stop asked after every step
   */
  Trainer(
      RunParts parts,
      Method method,
      Journal journal,
      RunState state,
      Events events,
      BooleanSupplier stop) {
    this.parts = parts;
    this.settings = parts.settings();
    this.cascade = parts.cascade();
    this.device = cascade.device();
    this.data = parts.data();
    this.method = method;
    this.journal = journal;
    this.state = state;
    this.events = events;
    this.stop = stop;
    this.weights = ClassWeights.of(settings, data.train(), cascade.classes());
    this.schedule = parts.components().schedule(parts.length().stepsPerEpoch());
  }

  /**
   * Trains from where the state stands.
   *
   * @return whether the last epoch is over; false if the user stopped before
   */
  boolean run() throws IOException {
    while (state.progress().epoch() <= settings.get(TrainingSetting.EPOCHS)
        && !events.context().isFinishing()) {
      if (!trainEpoch()) {
        checkpoint();
        return false;
      }
      endEpoch();
      if (isStoppedBetweenEpochs()) {
        return false; // The end of the epoch is stored.
      }
    }
    return true;
  }

  private boolean isStoppedBetweenEpochs() {
    RunContext context = events.context();
    boolean over = state.progress().epoch() > settings.get(TrainingSetting.EPOCHS);
    return context.isStopRequested() && !context.isFinishing() && !over;
  }

  private void checkpoint() throws IOException {
    if (journal.checkpoint(state)) {
      events.checkpointed();
    }
  }

  /** The steps of the current epoch that are left; false if it was stopped before its end. */
  private boolean trainEpoch() throws IOException {
    EpochPlan plan = plan();
    long stepsPerEpoch = plan.batches(data.train().size());
    int every = settings.get(RunSetting.CHECKPOINT_STEPS);
    // Of a pipeline, more batches are taken in than are through.
    int taken = state.progress().stepInEpoch();
    long firstStep = state.progress().step() - taken;
    try (Batches batches = Batches.shuffled(data.train(), plan)) {
      while (batches.hasNext()) {
        long begun = System.nanoTime();
        long waited = batches.waitedNanos();
        Batch batch = batches.next();
        waited = batches.waitedNanos() - waited;
        double done = state.progress().epoch() - 1 + (double) taken / stepsPerEpoch;
        double rate = settings.get(TrainingSetting.LR) * schedule.factor(done);
        List<StepReport> through = take(batch, rate, firstStep + taken);
        taken++;
        boolean stopped = stop.getAsBoolean();
        boolean due = every > 0 && (firstStep + taken) % every == 0;
        if (stopped || due || !batches.hasNext()) {
          // All parts stand at the same batch when the epoch ends or a checkpoint is made.
          through = drained(through);
        }
        record(through, seconds(begun), waited / 1e9);
        if (!stopped && events.context().isStopRequested()) {
          record(drained(List.of()), 0, 0);
          stopped = true;
        }
        if (stopped) {
          return false;
        }
        if (due && batches.hasNext()) {
          checkpoint();
        }
      }
    }
    return true;
  }

  private List<StepReport> drained(List<StepReport> through) {
    List<StepReport> all = new ArrayList<>(through);
    all.addAll(method.drain());
    return all;
  }

  /** Adds what was measured, and the time since the last call, to the epoch. */
  private void record(List<StepReport> through, double seconds, double waited) throws IOException {
    state.progress(state.progress().spent(seconds, waited));
    for (StepReport report : through) {
      state.beliefs().ifPresent(beliefs -> beliefs.learn(report));
      state.progress().sums().add(report.modules(), report.samples());
      state.progress(state.progress().stepped(report.samples()));
      events.stepped(report.loss());
    }
  }

  private List<StepReport> take(Batch batch, double rate, long number) {
    try (Scope step = Scope.open();
        Pass pass = Pass.training(settings.get(RunSetting.SEED), number)) {
      return method.take(InputTensors.of(batch, device), target(batch), rate);
    } catch (OneValueException e) {
      throw parts.components().smallestPart(data.train().size()).refusal(e);
    }
  }

  private Target target(Batch batch) {
    Target target =
        weights.in(BatchTargets.of(batch, cascade.classes(), parts.objective(), device), batch);
    double share = (double) state.progress().epoch() / settings.get(TrainingSetting.EPOCHS);
    return state.beliefs().map(all -> all.into(target, batch, share)).orElse(target);
  }

  private void endEpoch() throws IOException {
    long begun = System.nanoTime();
    Progress before = state.progress();
    List<BeliefMetrics> train = before.sums().means(parts.objective().bounds(cascade.classes()));
    // What is judged and kept as the best is the average of the weights, where there is one.
    state.swapAverages();
    List<BeliefMetrics> validation = validation();
    Progress after =
        before.epochEnded(validation, BestBy.of(settings.get(TrainingSetting.BEST_BY)));
    state.progress(after);
    if (after.bestEpoch() == before.epoch()) {
      state.best().keep();
    }
    state.swapAverages();
    EpochMetrics metrics = metrics(before, train, validation, seconds(begun));
    journal.append(state, metrics);
    events.validated(metrics);
    checkpoint();
    journal.epochEnded(state);
    events.epochEnded(metrics);
  }

  /** Of each module; null without a validation part. */
  private @Nullable List<BeliefMetrics> validation() throws IOException {
    if (data.validation().size() == 0) {
      return null;
    }
    events.validating();
    return new Evaluator(cascade, parts.objective())
        .evaluate(data.validation(), events::validatedBatch);
  }

  private EpochMetrics metrics(
      Progress epoch,
      List<BeliefMetrics> train,
      @Nullable List<BeliefMetrics> validation,
      double validationSeconds) {
    boolean noisy = data.train().noisyLabels() > 0;
    List<ModuleMetrics> modules = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      modules.add(
          new ModuleMetrics(
              i + 1,
              proven(train.get(i)),
              validation == null ? null : proven(validation.get(i)),
              noisy ? epoch.sums().noise(i) : null));
    }
    ModuleMetrics last = modules.get(modules.size() - 1);
    long stepsPerEpoch = epoch.stepInEpoch();
    double lastStep = epoch.epoch() - 1.0 / stepsPerEpoch;
    return new EpochMetrics(
        epoch.epoch(),
        epoch.step(),
        settings.get(TrainingSetting.LR) * schedule.factor(lastStep),
        last.train().accuracy(),
        last.validation() == null ? null : last.validation().accuracy(),
        parts.objective().bounds(cascade.classes()).start(),
        modules,
        epoch.sums().samples()[0] / epoch.epochSeconds(),
        epoch.epochWaitSeconds() / epoch.epochSeconds(),
        epoch.epochSeconds() + validationSeconds);
  }

  /** Without what is proven of losses that the method does not minimise. */
  private BeliefMetrics proven(BeliefMetrics measured) {
    boolean plain = parts.objective().teaching().equals(Teaching.PLAIN);
    return plain && parts.components().hasLocalLosses() ? measured : measured.withoutLocalLoss();
  }

  private EpochPlan plan() {
    return new EpochPlan(
        settings.get(TrainingSetting.BATCH),
        /* dropLast= */ true,
        parts.augmentation(),
        settings.get(RunSetting.SEED),
        state.progress().epoch(),
        state.progress().stepInEpoch());
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
