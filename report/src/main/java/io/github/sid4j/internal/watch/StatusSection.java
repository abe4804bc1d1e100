package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.report.Texts;
import io.github.sid4j.internal.report.html.Element;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.settings.ModelSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Which run it is, how far it is and how fast, and what it takes. */
final class StatusSection {
  private static final MathContext RATE = new MathContext(3);

  private StatusSection() {}

  static Element of(WatchedRun run) {
    Element header =
        Element.of(
            "header",
            Element.of("p")
                .add(Element.of("span", run.state().word()).classed("state " + run.state().word()))
                .text(" ")
                .add(Element.of("span", sentence(run)))
                .classed("now"),
            Element.of("h1", run.name()));
    if (run.length().isPresent()) {
      header.add(
          Element.of("progress")
              .with("max", 1)
              .with("value", run.share())
              .with("aria-label", "share of the training that is done"));
    }
    Element facts = facts(run);
    return header.add(facts);
  }

  private static String sentence(WatchedRun run) {
    return switch (run.state()) {
      case WAITING -> "No run is in this folder yet. It is shown here as soon as one begins.";
      case RUNNING -> run.live().map(now -> running(run, now)).orElse("It is about to begin.");
      case STOPPED -> stopped(run);
      case FINISHED ->
          "All %s are over.".formatted(Texts.count(run.length().orElseThrow(), "epoch"));
    };
  }

  private static String running(WatchedRun run, LiveStatus now) {
    if (now.doing().equals("test")) {
      return "All epochs are over; it is being tested.";
    }
    double left = run.secondsLeft();
    return "Epoch %s of %s, %s%s"
        .formatted(
            now.epoch(),
            now.epochs(),
            now.doing().equals("validation")
                ? "validation"
                : "step %s of %s"
                    .formatted(
                        Texts.number(now.stepInEpoch(), 0), Texts.number(now.stepsPerEpoch(), 0)),
            Double.isFinite(left) ? "; about " + rough(left) + " left." : ".");
  }

  /** An estimate, which no tenth of a second becomes. */
  private static String rough(double seconds) {
    return seconds < 59 ? Texts.number(Math.ceil(seconds), 0) + "\u00a0s" : Texts.duration(seconds);
  }

  private static String stopped(WatchedRun run) {
    String epochs =
        run.length().isPresent()
            ? "after %s of %s epochs".formatted(run.epochs().size(), run.length().getAsInt())
            : "before its first epoch was over";
    String since = Texts.duration(run.silence().orElseThrow().toMillis() / 1e3);
    return "Stopped or killed %s; nothing has come for %s. It can be resumed."
        .formatted(epochs, since);
  }

  private static Element facts(WatchedRun run) {
    Element facts = Element.of("dl").classed("facts");
    run.samples()
        .map(TrackedSamples::dataset)
        .or(() -> run.settings().map(settings -> settings.get(DataSetting.DATASET)))
        .ifPresent(data -> fact(facts, "Data", data));
    run.settings().ifPresent(settings -> fact(facts, "Method", settings.get(ModelSetting.METHOD)));
    Optional<EpochMetrics> last = run.lastEpoch();
    last.ifPresent(
        epoch -> {
          if (epoch.validationAccuracy() != null) {
            fact(facts, "Validation accuracy", Texts.percent(epoch.validationAccuracy()));
          }
          fact(facts, "Training accuracy", Texts.percent(epoch.trainAccuracy()));
          fact(facts, "Learning rate", rate(epoch.learningRate()));
          fact(facts, "Waiting for data", Texts.percent(epoch.dataWait()));
        });
    speed(run).ifPresent(speed -> fact(facts, "Speed", speed));
    run.live().ifPresent(now -> memory(facts, now));
    run.result().ifPresent(result -> fact(facts, "Peak memory", bytes(result.peakRssBytes())));
    return facts;
  }

  private static Optional<String> speed(WatchedRun run) {
    return run.live()
        .map(LiveStatus::samplesPerSecond)
        .or(() -> run.result().map(result -> result.samplesPerSecond()))
        .or(() -> run.lastEpoch().map(EpochMetrics::samplesPerSecond))
        .map(speed -> Texts.number(speed, 0) + " samples/s");
  }

  private static void memory(Element facts, LiveStatus now) {
    String resident = now.residentBytes() == null ? "" : bytes(now.residentBytes()) + ", ";
    fact(
        facts,
        "Memory",
        "%speak %s; Java's heap %s"
            .formatted(resident, bytes(now.peakBytes()), bytes(now.heapBytes())));
  }

  private static String bytes(long count) {
    return Texts.bytes((double) count);
  }

  private static String rate(double rate) {
    return BigDecimal.valueOf(rate).round(RATE).stripTrailingZeros().toPlainString();
  }

  private static void fact(Element facts, String name, String value) {
    facts.add(Element.of("div", Element.of("dt", name), Element.of("dd", value)));
  }
}
