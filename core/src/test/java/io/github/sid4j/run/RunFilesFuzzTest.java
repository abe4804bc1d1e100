package io.github.sid4j.run;

import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.ExclusionProvenance;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.NoiseProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunFormat;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.testkit.ForeignBytes;
import io.github.sid4j.testkit.TextMutations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Damaged files of a run; CONTRIBUTING.md has the command that tries for an hour. */
@Tag("slow")
class RunFilesFuzzTest {
  @Provide
  Arbitrary<byte[]> metrics() {
    return TextMutations.of(
        RunJson.line(Records.epoch(1)) + "\n" + RunJson.line(Records.epoch(2)) + "\n");
  }

  @Property
  void metrics(@ForAll("metrics") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> new MetricsLog(file).readSoFar());
    ForeignBytes.readOrRefused(bytes, file -> new MetricsLog(file).read());
  }

  @Provide
  Arbitrary<byte[]> beliefs() {
    EpochBeliefs.SampleBeliefs sample =
        new EpochBeliefs.SampleBeliefs(
            List.of(3, 1), List.of(List.of(0.1, 0.1), List.of(0.9, 0.05)));
    return TextMutations.of(
        RunJson.line(new EpochBeliefs(1, List.of(sample)))
            + "\n"
            + RunJson.line(new EpochBeliefs(2, List.of(sample)))
            + "\n");
  }

  @Property
  void beliefs(@ForAll("beliefs") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> new BeliefsLog(file).readSoFar());
    ForeignBytes.readOrRefused(
        bytes,
        file -> {
          new BeliefsLog(file).truncateAfter(1);
          return file;
        });
  }

  @Provide
  Arbitrary<byte[]> result() {
    return TextMutations.of(RunJson.text(Records.result()) + "\n");
  }

  @Property
  void result(@ForAll("result") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, RunResult.class));
  }

  @Provide
  Arbitrary<byte[]> provenance() {
    return TextMutations.of(
        RunJson.text(
            new Provenance(
                RunFormat.NEWEST,
                "0.1.0",
                "unknown",
                false,
                "17",
                "Debian",
                "Linux",
                "x86",
                2,
                1,
                List.of(1, 2),
                "fp32",
                5,
                "digits",
                "ab12",
                new NoiseProvenance("symmetric", 0.2, 3, 12),
                new ExclusionProvenance("list.csv", "cd34", 2),
                null,
                List.of(),
                List.of("network"),
                "2.10",
                new TreeMap<>(Map.of("OMP_WAIT_POLICY", "passive")),
                "2026-01-01T00:00:00Z",
                List.of("train", "--quiet"))));
  }

  @Property
  void provenance(@ForAll("provenance") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, Provenance.class));
  }

  @Provide
  Arbitrary<byte[]> watched() {
    return TextMutations.of(
        RunJson.line(
            new TrackedSamples(
                "digits",
                "test",
                List.of("a", "b"),
                List.of(new TrackedSamples.Sample(0, 1, "iVBORw0KGgo=")))));
  }

  @Property
  void watched(@ForAll("watched") byte[] bytes) {
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, TrackedSamples.class));
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, ExampleBeliefs.class));
    ForeignBytes.readOrRefused(bytes, file -> RunJson.read(file, LiveStatus.class));
  }
}
