package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.MlpBatch;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Batched;
import io.github.sid4j.execution.DataParallel;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.execution.Overlap;
import io.github.sid4j.execution.RecomputedOverlap;
import io.github.sid4j.execution.SinglePass;
import io.github.sid4j.execution.Threads;
import io.github.sid4j.execution.TwoPhase;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.CheckpointedBackprop;
import io.github.sid4j.method.DeepSupervision;
import io.github.sid4j.method.DirectFeedbackAlignment;
import io.github.sid4j.method.EquilibriumPropagation;
import io.github.sid4j.method.FeedbackAlignment;
import io.github.sid4j.method.ForwardForward;
import io.github.sid4j.method.HsicBottleneck;
import io.github.sid4j.method.LocalSignals;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.NoProp;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.PipelinedSid;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.SimplifiedNoProp;
import io.github.sid4j.method.SyntheticGradients;
import io.github.sid4j.objective.Hsic;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ObjectiveSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.util.List;
import java.util.Set;

/** Turns the names of methods and of executions into what they name. */
final class Methods {
  /** Methods whose gradients stay in their stage, so that stages can work side by side. */
  private static final Set<String> LOCAL = Set.of("sid", "dgl");

  /** Methods that minimise the modules' losses, each by itself or all as a sum. */
  private static final Set<String> LOCAL_LOSSES = Set.of("sid", "dgl", "deep-supervision");

  private final Settings settings;
  private final int threads;

  /**
   * Reads settings.
   *
   * @param settings checked
   * @param threads that one operation may use
   */
  Methods(Settings settings, int threads) {
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * The place to add a method. Decoupled greedy learning has no case of its own: it is SID with
   * alpha 1 and heads that read no belief, which its settings say.
   */
  Method of(Cascade cascade, Objective objective, Optimizers optimizers) {
    return switch (settings.get(ModelSetting.METHOD)) {
      case "backprop" -> new Backprop(cascade, objective, optimizers);
      case "checkpointed-backprop" -> new CheckpointedBackprop(cascade, objective, optimizers);
      case "deep-supervision" -> new DeepSupervision(cascade, objective, optimizers);
      case "feedback-alignment" -> new FeedbackAlignment(cascade, objective, optimizers);
      case "direct-feedback-alignment" ->
          new DirectFeedbackAlignment(cascade, objective, optimizers);
      case "dni" -> new SyntheticGradients(cascade, objective, optimizers);
      case "hsic" -> {
        Hsic hsic = new Hsic(settings.get(ObjectiveSetting.HSIC_SIGMA));
        double beta = settings.get(ObjectiveSetting.HSIC_BETA);
        yield new HsicBottleneck(cascade, objective, optimizers, hsic, beta);
      }
      case "noprop" ->
          new NoProp(cascade, objective, optimizers, settings.get(ObjectiveSetting.NOPROP_ETA));
      case "noprop-simplified" -> new SimplifiedNoProp(cascade, objective, optimizers);
      case "equilibrium-propagation" -> {
        double beta = settings.get(ObjectiveSetting.EP_BETA);
        int steps = settings.get(TrainingSetting.EP_CLAMPED_STEPS);
        yield new EquilibriumPropagation(cascade, objective, optimizers, beta, steps);
      }
      case "forward-forward" -> new ForwardForward(cascade, objective, optimizers);
      case "local-signals" ->
          new LocalSignals(
              cascade, objective, optimizers, settings.get(ObjectiveSetting.SIMILARITY));
      default ->
          isPipeline()
              ? new PipelinedSid(cascade, objective, optimizers, stageThreads(cascade))
              : new Sid(cascade, objective, optimizers, execution(cascade));
    };
  }

  /** Whether the loss of each module, by its alpha, is what is minimised. */
  boolean haveLocalLosses() {
    return LOCAL_LOSSES.contains(settings.get(ModelSetting.METHOD));
  }

  /**
   * Into how many shares each part of a batch is cut.
   *
   * @return at least 1; a part of fewer samples has fewer shares
   */
  int shares() {
    boolean shared =
        LOCAL.contains(settings.get(ModelSetting.METHOD))
            && settings.get(TrainingSetting.OVERLAP) == 1
            && settings.get(TrainingSetting.EXECUTION).equals("data-parallel");
    return shared ? threads : 1;
  }

  private boolean isPipeline() {
    return settings.get(TrainingSetting.EXECUTION).equals("pipeline")
        && LOCAL.contains(settings.get(ModelSetting.METHOD));
  }

  /**
   * How many threads each stage of a pipeline may use.
   *
   * @return in order; empty if the cascade is not trained as one
   * @throws InputException if they are given for another number of stages
   */
  List<Integer> stageThreads(Cascade cascade) {
    return isPipeline() ? StageThreads.of(settings, threads, cascade) : List.of();
  }

  private Execution execution(Cascade cascade) {
    int overlap = settings.get(TrainingSetting.OVERLAP);
    if (overlap > 1) {
      if (!Overlap.fits(cascade)) {
        throw new InputException(
            "overlap", "1 with an extractor that is trained", "" + overlap, "leave it out");
      }
      return settings.get(TrainingSetting.RECOMPUTE)
          ? new RecomputedOverlap(overlap)
          : new Overlap(overlap);
    }
    if (settings.get(TrainingSetting.EXECUTION).equals("batched") && !MlpBatch.fits(cascade)) {
      throw new InputException(
          "execution batched",
          "modules that are MLPs of one shape",
          "a cascade with others",
          "choose --execution single-pass");
    }
    return switch (settings.get(TrainingSetting.EXECUTION)) {
      case "two-phase" -> new TwoPhase();
      case "threads" -> new Threads(threads);
      case "data-parallel" -> new DataParallel(threads);
      case "batched" -> new Batched();
      default -> new SinglePass();
    };
  }
}
