package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.util.List;

/** The listeners of one session of a run, with its context. */
final class Events {
  private final List<TrainingListener> listeners;
  private final RunContext context;

  Events(List<TrainingListener> listeners, RunContext context) {
    this.listeners = List.copyOf(listeners);
    this.context = context;
  }

  /** One event, for one listener. */
  @FunctionalInterface
  private interface Event {
    void reach(TrainingListener listener) throws IOException;
  }

  private void all(Event event) throws IOException {
    for (TrainingListener listener : listeners) {
      event.reach(listener);
    }
  }

  RunContext context() {
    return context;
  }

  void started() throws IOException {
    all(listener -> listener.started(context, context.start()));
  }

  void stepped(double loss) throws IOException {
    TrainedStep step = new TrainedStep(context.epoch(), context.stepInEpoch(), loss);
    all(listener -> listener.stepped(context, step));
  }

  void validating() throws IOException {
    all(listener -> listener.validating(context));
  }

  void validatedBatch(Batch batch, List<Belief> beliefs) {
    listeners.forEach(listener -> listener.validatedBatch(context, batch, beliefs));
  }

  void validated(EpochMetrics metrics) throws IOException {
    all(listener -> listener.validated(context, metrics));
  }

  void checkpointed() throws IOException {
    all(listener -> listener.checkpointed(context));
  }

  void epochEnded(EpochMetrics metrics) throws IOException {
    all(listener -> listener.epochEnded(context, metrics));
  }

  void testing() throws IOException {
    all(listener -> listener.testing(context));
  }

  void ended(RunResult result) throws IOException {
    all(listener -> listener.ended(context, result));
  }

  void stopped() throws IOException {
    all(listener -> listener.stopped(context));
  }

  /** Every listener hears of a failure, also if another cannot bear it. */
  void failed(Throwable cause) {
    for (TrainingListener listener : listeners) {
      try {
        listener.failed(context, cause);
      } catch (IOException | RuntimeException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
