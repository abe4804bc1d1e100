package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.model.InputTensors;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.Machine;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.train.BatchTargets;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.internal.train.TrainingComponents;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which precision is faster for the network at hand, by taking the gradients of a random
 * batch in both. Nothing is updated. Where the processor has no instructions for bfloat16 it is not
 * tried: it is emulated there. Where it has some, what they are worth depends on the network, the
 * threads and the native library, too.
 */
final class PrecisionProbe {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionProbe.class);

  // A few samples suffice, also where bfloat16 is many times slower.
  private static final int FEWEST = 16;

  // Matrix units of a processor show their worth on larger batches alone.
  private static final int MOST = 64;

  /** Numbers of a batch above the fewest samples, so that large images take no long start. */
  private static final int NUMBERS = 200_000;

  private final TrainingComponents components;
  private final Settings settings;
  private final Cascade cascade;
  private final Objective objective;
  private final int[] shape;

  /**
   * Prepares to measure the cascade of a run.
   *
   * @param parts with the cascade as it was made
   */
  PrecisionProbe(RunParts parts) {
    this(parts.components(), parts.cascade(), parts.objective(), parts.data().train().shape());
  }

  /**
   * Prepares to measure.
   *
   * @param components of the run, with all numbers
   * @param cascade as it was made
   * @param objective of its modules
   * @param shape of one example
   */
  PrecisionProbe(TrainingComponents components, Cascade cascade, Objective objective, int[] shape) {
    this.components = components;
    this.settings = components.settings();
    this.cascade = cascade;
    this.objective = objective;
    this.shape = shape.clone();
  }

  /** The choice for this machine, as it was made before if it was. */
  PrecisionChoice choose(PrecisionMemory memory) {
    return choose(Machine.hasBfloat16(), memory);
  }

  /**
   * The choice.
   *
   * @param nativeInstructions whether the processor has instructions for bfloat16; empty if that
   *     cannot be seen
   * @param memory of earlier choices
   */
  PrecisionChoice choose(Optional<Boolean> nativeInstructions, PrecisionMemory memory) {
    if (nativeInstructions.isPresent() && !nativeInstructions.get()) {
      return PrecisionChoice.of(Precision.FP32, PrecisionChoice.Reason.NOT_NATIVE);
    }
    List<String> circumstances = circumstances();
    Optional<Precision> before = memory.recall(circumstances);
    if (before.isPresent()) {
      return PrecisionChoice.of(before.get(), PrecisionChoice.Reason.REMEMBERED);
    }
    PrecisionChoice measured = measure();
    if (measured.reason() == PrecisionChoice.Reason.MEASURED) {
      memory.remember(circumstances, measured.precision());
    }
    return measured;
  }

  /** Measures both precisions. */
  PrecisionChoice measure() {
    int samples = samples();
    Device device = cascade.device();
    try (Scope scope = Scope.open()) {
      Target target = BatchTargets.of(new int[samples], cascade.classes(), objective, device);
      Tensor input = InputTensors.random(samples, shape, device);
      return PrecisionRace.run(precision -> step(precision, input, target));
    } catch (RuntimeException e) {
      // A network of one's own may not read such numbers, or not compute in bfloat16.
      LOG.debug("the precision could not be measured", e);
      return PrecisionChoice.of(Precision.FP32, PrecisionChoice.Reason.UNTRIED);
    }
  }

  private int samples() {
    int numbers = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    int fitting = Math.max(FEWEST, Math.min(MOST, NUMBERS / numbers));
    return Math.min(components.samplesAtOnce(), fitting);
  }

  /** All that bears on what is faster, a line each. */
  List<String> circumstances() {
    List<String> lines = new ArrayList<>();
    lines.add("version " + BuildInfo.load().version());
    lines.add("libtorch " + Engine.version());
    lines.add("processor " + Machine.cpu());
    lines.add("system " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    lines.add("cores " + Runtime.getRuntime().availableProcessors());
    lines.add("threads " + components.threads());
    Machine.switches(System.getenv()).forEach((name, value) -> lines.add(name + "=" + value));
    lines.add("samples " + samples() + " of shape " + Arrays.toString(shape));
    SettingTable.all().stream()
        .filter(PrecisionProbe::isOfNetwork)
        .forEach(setting -> lines.add(setting.name() + ": " + settings.text(setting)));
    // Networks that a program brings are not in the settings.
    cascade
        .state()
        .byName()
        .forEach((name, tensor) -> lines.add(name + " " + Arrays.toString(tensor.shape())));
    return lines;
  }

  private static boolean isOfNetwork(Setting<?> setting) {
    return setting.group() == SettingGroup.MODEL
        && setting.decidesResult()
        && setting != ModelSetting.CUTS;
  }

  private double step(Precision precision, Tensor input, Target target) {
    long begun = System.nanoTime();
    try (Pass training = Pass.training(0, 0);
        Pass teaching = Pass.teaching();
        Execution execution = new SinglePass()) {
      execution.run(cascade.in(precision), objective, input, target, new Discarded());
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Takes gradients and does nothing with them. */
  private static final class Discarded implements Execution.Updates {
    @Override
    public void module(int index, List<Tensor> gradients) {}

    @Override
    public void extractor(List<Tensor> gradients) {}
  }
}
