package io.github.sid4j.bench;

import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Looks into steps: where their time goes, by kind of work or by stage. */
final class Profiler implements AutoCloseable {
  private final StepFixture rig;
  private final WorkerTask task;
  private final StepClock clock;
  private Method timed;
  private double dataSeconds;

  Profiler(StepFixture rig) {
    this.rig = rig;
    task = rig.task();
    clock = new StepClock(task.configuration().decoupled());
  }

  /** Mean seconds of a step by kind of work; none of a pipeline, whose workers do all of it. */
  WorkerProtocol.Profile profile(int count) {
    if (task.configuration().pipelined()) {
      return new WorkerProtocol.Profile(Map.of());
    }
    if (timed == null) {
      timed = rig.observed(clock);
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
    return new WorkerProtocol.Profile(parts);
  }

  /** As in {@code extractor forward}. */
  private static String word(StepClock.Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Seconds of each step by stage.
   *
   * @throws InputException if the method is not through with one stage before the next
   */
  WorkerProtocol.Stages stages(int count) {
    WorkerProtocol.Stages told =
        new WorkerProtocol.Stages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    StageClock stages = new StageClock(rig.cascade().depth());
    try (Method observed = rig.observed(stages)) {
      rig.step(observed); // As above.
      if (stages.overlapping()) {
        throw new InputException(
            "--measure pipeline",
            "stages that are through with a batch one by one",
            "others with " + task.configuration().name(),
            "leave out reach and accumulate");
      }
      for (int i = 0; i < count; i++) {
        stages.begin();
        rig.step(observed);
        told.forward().add(stages.forward());
        told.backward().add(stages.backward());
        told.update().add(stages.update());
      }
    }
    return told;
  }

  @Override
  public void close() {
    if (timed != null) {
      timed.close();
    }
  }
}
