package io.github.sid4j.bench;

import io.github.sid4j.engine.Engine;
import io.github.sid4j.engine.NativeMemory;
import io.github.sid4j.method.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Takes training steps and tells their time, parts and memory. */
final class StepWorker implements Worker.Skill {
  private final WorkerTask task;
  private final Long baselineRss;
  private final OptionalLong baselineNative;
  private final Rig rig;
  private final StepClock clock = new StepClock();
  private Method timed;
  private double dataSeconds;

  StepWorker(WorkerTask task) {
    this.task = task;
    Engine.useThreads(task.threads());
    // The threads of the tensor library are none of the training's memory.
    CeilingWorker.wakeThreads();
    baselineRss = ResidentMemory.now();
    baselineNative = NativeMemory.inUseBytes();
    rig = new Rig(task);
    for (int i = 0; i < task.warmup(); i++) {
      rig.step();
    }
  }

  @Override
  public Record ready() {
    return new Answers.Ready(
        true,
        task.configuration().name(),
        Engine.version(),
        rig.cascade().parameters().count(),
        rig.flops());
  }

  @Override
  public Record answer(String wish, int count) {
    return switch (wish) {
      case "steps" -> steps(count);
      case "profile" -> profile(count);
      case "memory" -> memory(count);
      default -> null;
    };
  }

  private Answers.Steps steps(int count) {
    List<Double> seconds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      rig.step();
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return new Answers.Steps(seconds);
  }

  private Answers.Profile profile(int count) {
    if (timed == null) {
      timed = rig.timed(clock);
      rig.step(timed); // The first one is slower, and none of those that are told.
      dataSeconds = DataTime.seconds(task.workload());
    }
    Map<StepClock.Part, Long> sums = new EnumMap<>(StepClock.Part.class);
    for (int i = 0; i < count; i++) {
      clock.begin();
      rig.step(timed);
      clock.end().forEach((part, nanos) -> sums.merge(part, nanos, Long::sum));
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    sums.forEach((part, nanos) -> parts.put(word(part), nanos / 1e9 / count));
    parts.put("data", dataSeconds);
    return new Answers.Profile(parts);
  }

  /** As in {@code trunk forward}. */
  private static String word(StepClock.Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Answers.Memory memory(int count) {
    ResidentMemory.resetPeak();
    long peak;
    try (PeakSampler sampler = new PeakSampler()) {
      for (int i = 0; i < count; i++) {
        rig.step();
      }
      peak = sampler.stop();
    }
    TensorBytes bytes = TensorBytes.of(rig);
    return new Answers.Memory(
        ResidentMemory.peak(),
        baselineRss,
        bytes.weights(),
        bytes.optimizer(),
        bytes.gradients(),
        baselineNative.isPresent() ? peak - baselineNative.getAsLong() : null);
  }

  @Override
  public void close() {
    if (timed != null) {
      timed.close();
    }
    rig.close();
  }
}
