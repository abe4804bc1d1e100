package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes training steps and reports their time, parts and memory. */
final class StepWorker implements Worker.Skill {
  private final WorkerTask task;
  private final Long baselineRss;
  private final OptionalLong baselineNative;
  private final StepFixture fixture;
  private final Profiler profiler;

  StepWorker(WorkerTask task) {
    this.task = task;
    Engine.useThreads(task.threads());
    // The threads of the tensor library are none of the training's memory.
    CeilingWorker.wakeThreads();
    baselineRss = ResidentMemory.now();
    baselineNative = NativeMemory.inUseBytes();
    fixture = new StepFixture(task);
    fixture.steps(task.warmup());
    profiler = new Profiler(fixture);
  }

  @Override
  public Record ready() {
    return new WorkerProtocol.Ready(
        true,
        task.configuration().name(),
        Engine.version(),
        fixture.cascade().parameters().count());
  }

  @Override
  public Record answer(String wish, int count) {
    return switch (wish) {
      case "steps" -> steps(count);
      case "batches" -> batches(count);
      case "stages" -> profiler.stages(count);
      case "hand-over" -> new WorkerProtocol.Steps(List.of(HandOver.seconds(count)));
      case "profile" -> profiler.profile(count);
      case "memory" -> memory(count);
      case "operations" -> new WorkerProtocol.Operations(fixture.flops());
      default -> null;
    };
  }

  private WorkerProtocol.Steps steps(int count) {
    List<Double> seconds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      fixture.step();
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return new WorkerProtocol.Steps(seconds);
  }

  /**
   * The mean of steps that need not wait for each other, from the first's begin to the last's end.
   */
  private WorkerProtocol.Steps batches(int count) {
    long begun = System.nanoTime();
    fixture.steps(count);
    return new WorkerProtocol.Steps(List.of((System.nanoTime() - begun) / 1e9 / count));
  }

  private WorkerProtocol.Memory memory(int count) {
    ResidentMemory.resetPeak();
    long peak;
    try (PeakSampler sampler = new PeakSampler()) {
      // A pipeline is full only once there have been as many batches as stages.
      fixture.steps(count + (task.configuration().pipelined() ? 2 * fixture.cascade().depth() : 0));
      peak = sampler.stop();
    }
    TensorBytes bytes = TensorBytes.of(fixture);
    return new WorkerProtocol.Memory(
        ResidentMemory.peak(),
        baselineRss,
        bytes.weights(),
        bytes.optimizer(),
        bytes.gradients(),
        baselineNative.isPresent() ? peak - baselineNative.getAsLong() : null);
  }

  @Override
  public void close() {
    profiler.close();
    fixture.close();
  }
}
