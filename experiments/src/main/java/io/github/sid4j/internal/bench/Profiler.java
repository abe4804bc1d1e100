package io.github.sid4j.internal.bench;

import io.github.sid4j.error.InputException;
import io.github.sid4j.method.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Looks into steps: where their time goes, by kind of work or by stage. */
final class Profiler implements AutoCloseable {
  private final StepFixture fixture;
  private final WorkerTask task;
  private final StepClock clock;
  private Method timed;
  private double dataSeconds;

  Profiler(StepFixture fixture) {
    this.fixture = fixture;
    task = fixture.task();
    clock = new StepClock(task.configuration().decoupled());
  }

  /** Mean seconds of a step by kind of work; none of a pipeline, whose workers do all of it. */
  WorkerProtocol.Profile profile(int count) {
    if (task.configuration().pipelined()) {
      return new WorkerProtocol.Profile(Map.of());
    }
    if (timed == null) {
      timed = fixture.observed(clock);
      fixture.step(timed); // The first one is slower, and is not reported.
      dataSeconds = DataTime.seconds(task.workload());
    }
    Map<StepClock.Part, Long> sums = new EnumMap<>(StepClock.Part.class);
    for (int i = 0; i < count; i++) {
      clock.begin();
      fixture.step(timed);
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
    WorkerProtocol.Stages reported =
        new WorkerProtocol.Stages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    StageClock stages = new StageClock(fixture.cascade().depth());
    try (Method observed = fixture.observed(stages)) {
      fixture.step(observed); // As above.
      if (stages.overlapping()) {
        throw InputException.ofSetting(
            "measure",
            "measure pipeline",
            "stages that are through with a batch one by one",
            "others with " + task.configuration().name(),
            "leave out overlap and accumulate");
      }
      for (int i = 0; i < count; i++) {
        stages.begin();
        fixture.step(observed);
        reported.forward().add(stages.forward());
        reported.backward().add(stages.backward());
        reported.update().add(stages.update());
      }
    }
    return reported;
  }

  @Override
  public void close() {
    if (timed != null) {
      timed.close();
    }
  }
}
