package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Batches;
import io.github.sid4j.data.EpochPlan;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.OneValueException;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.model.InputTensors;
import io.github.sid4j.network.Pass;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Schedule;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The training loop: epochs of steps, a validation after each, a checkpoint where due. */
final class Trainer {
  private final Settings settings;
  private final Cascade cascade;
  private final Objective objective;
  private final Method method;
  private final Splits data;
  private final Augmentation augmentation;
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final Journal journal;
  private final RunState state;
  private final Observers observers;
  private final int noisyLabels;

  Trainer(
      Settings settings,
      Cascade cascade,
      Objective objective,
      Method method,
      Splits data,
      Augmentation augmentation,
      TrainingListener listener,
      BooleanSupplier stop,
      Journal journal,
      RunState state,
      Observers observers) {
    this.settings = settings;
    this.cascade = cascade;
    this.objective = objective;
    this.method = method;
    this.data = data;
    this.augmentation = augmentation;
    this.listener = listener;
    this.stop = stop;
    this.journal = journal;
    this.state = state;
    this.observers = observers;
    this.noisyLabels = data.train().noisyLabels();
  }

  /**
   * Trains from where the state stands.
   *
   * @return whether the last epoch is over; false if the user stopped before
   */
  boolean run() throws IOException {
    while (state.progress().epoch() <= settings.get(TrainingSetting.EPOCHS)) {
      if (!trainEpoch()) {
        journal.checkpoint(state);
        return false;
      }
      endEpoch();
    }
    return true;
  }

  /** The steps of the current epoch that are left; false if it was stopped before its end. */
  private boolean trainEpoch() throws IOException {
    EpochPlan plan = plan();
    long stepsPerEpoch = plan.batches(data.train().size());
    Schedule schedule = new TrainingComponents(settings).schedule(stepsPerEpoch);
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
          through = new ArrayList<>(through);
          through.addAll(method.drain());
        }
        record(through, seconds(begun), waited / 1e9);
        if (stopped) {
          return false;
        }
        if (due && batches.hasNext()) {
          journal.checkpoint(state);
        }
      }
    }
    return true;
  }

  /** Adds what was measured, and the time since the last call, to the epoch. */
  private void record(List<StepReport> through, double seconds, double waited) {
    state.progress(state.progress().spent(seconds, waited));
    for (StepReport report : through) {
      state.progress().sums().add(report.modules(), report.samples());
      state.progress(state.progress().stepped(report.samples()));
      listener.stepped(state.progress().epoch(), state.progress().stepInEpoch(), report.loss());
    }
    observers.stepped(state.progress());
  }

  private List<StepReport> take(Batch batch, double rate, long number) {
    try (Scope step = Scope.open();
        Pass pass = Pass.training(settings.get(RunSetting.SEED), number)) {
      return method.take(
          InputTensors.of(batch), BatchTargets.of(batch, cascade.classes(), objective), rate);
    } catch (OneValueException e) {
      throw new TrainingComponents(settings).smallestPart(data.train().size()).refusal(e);
    }
  }

  private void endEpoch() throws IOException {
    long begun = System.nanoTime();
    Progress before = state.progress();
    List<BeliefMetrics> train = before.sums().means(objective.bounds(cascade.classes()));
    List<BeliefMetrics> validation =
        data.validation().size() == 0
            ? null
            : new Evaluator(cascade, objective)
                .evaluate(data.validation(), observers.validating(before));
    Progress after = before.epochEnded(validation);
    state.progress(after);
    if (after.bestEpoch() == before.epoch()) {
      state.best().keep();
    }
    EpochMetrics metrics = metrics(before, train, validation, seconds(begun));
    journal.epoch(state, metrics, observers);
    listener.epochEnded(metrics);
  }

  private EpochMetrics metrics(
      Progress epoch,
      List<BeliefMetrics> train,
      List<BeliefMetrics> validation,
      double validationSeconds) {
    boolean noisy = noisyLabels > 0;
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
        settings.get(TrainingSetting.LR)
            * new TrainingComponents(settings).schedule(stepsPerEpoch).factor(lastStep),
        last.train().accuracy(),
        last.validation() == null ? null : last.validation().accuracy(),
        objective.bounds(cascade.classes()).start(),
        modules,
        epoch.sums().samples()[0] / epoch.epochSeconds(),
        epoch.epochWaitSeconds() / epoch.epochSeconds(),
        epoch.epochSeconds() + validationSeconds);
  }

  /** Without what is proven of losses that the method does not minimise. */
  private BeliefMetrics proven(BeliefMetrics measured) {
    return new TrainingComponents(settings).hasLocalLosses()
        ? measured
        : measured.withoutLocalLoss();
  }

  private EpochPlan plan() {
    return new EpochPlan(
        settings.get(TrainingSetting.BATCH),
        /* dropLast= */ true,
        augmentation,
        settings.get(RunSetting.SEED),
        state.progress().epoch(),
        state.progress().stepInEpoch());
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
