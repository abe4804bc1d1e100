package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Device;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.FileHash;
import io.github.sid4j.internal.cluster.Crew;
import io.github.sid4j.internal.cluster.Seat;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.Parcel;
import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.internal.method.RankedSid;
import io.github.sid4j.internal.method.StageShares;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.internal.model.FirstValues;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes that train one run, as the training sees them. */
public final class Ranks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ranks.class);

  /** Which messages the plan is of. */
  private static final int PLAN = 3;

  /** A text that all processes of a run must have, so that no other joins by accident. */
  private static final String SECRET = "SID_SECRET";

  private final Crew crew;

  private Ranks(Crew crew) {
    this.crew = crew;
  }

  /**
   * Meets the others.
   *
   * @param settings that were given here
   * @param own what the program brings
   * @throws InputException if a process has other settings
   * @throws io.github.sid4j.internal.cluster.LostRankException if one does not come
   */
  public static Ranks meet(Seat seat, Settings settings, UserParts own) {
    Duration patience = Duration.ofSeconds(settings.get(RunSetting.PEER_TIMEOUT));
    return new Ranks(Crew.meet(seat, patience, facts(settings, own, System.getenv())));
  }

  /** What would lead to other numbers if it were different. */
  static Map<String, String> facts(
      Settings settings, UserParts own, Map<String, String> environment) {
    Map<String, String> facts = new LinkedHashMap<>();
    BuildInfo build = BuildInfo.load();
    facts.put(
        "secret",
        "of SHA-256 "
            + HexFormat.of()
                .formatHex(
                    FileHash.sha256()
                        .digest(
                            environment
                                .getOrDefault(SECRET, "")
                                .getBytes(StandardCharsets.UTF_8))));
    facts.put("sid4j", build.version() + " " + build.commit());
    facts.put("libtorch", Engine.version());
    facts.put("CPU capability", Engine.cpuCapability());
    for (Setting<?> setting : SettingTable.all()) {
      if (setting.decidesResult()) {
        facts.put(setting.name(), settings.text(setting).replaceAll("\\s", " "));
      }
    }
    facts.put("own parts", own.names().toString());
    return facts;
  }

  /** Whether this process has the data and keeps the run. */
  public boolean isFirst() {
    return crew.seat().rank() == 0;
  }

  /**
   * Begins to train: gives the others what they need and starts the stages of this process.
   *
   * @param parts with the cascade in its precision, and with the threads of its stages
   * @throws InputException if the run cannot be shared by that many processes
   */
  public Method method(RunParts parts, Optimizers optimizers) {
    Cascade cascade = parts.cascade();
    StageShares shares = shares(parts.settings(), cascade);
    List<Integer> threads = threads(parts);
    RankPlan plan =
        new RankPlan(
            parts.settings(),
            Arrays.stream(parts.inputs().train().shape()).boxed().toList(),
            cascade.classes(),
            cascade.precision(),
            threads,
            shares,
            parts.length());
    send(plan.parcel());
    return parts
        .components()
        .inParts(
            new RankedSid(cascade, parts.objective(), optimizers, threads, shares, crew.peers()),
            optimizers);
  }

  private void send(Parcel parcel) {
    for (int rank = 1; rank < crew.seat().size(); rank++) {
      crew.peers().send(rank, PLAN, parcel);
    }
  }

  /**
   * Refuses what several processes cannot train.
   *
   * @throws InputException naming the setting
   */
  public void check(RunParts parts) {
    shares(parts.settings(), parts.cascade());
    Device device = parts.cascade().device();
    if (!device.isCpu()) {
      throw InputException.ofSetting(
          "device", "cpu with several processes", device.name(), "choose cpu");
    }
    String execution = parts.settings().get(TrainingSetting.EXECUTION);
    boolean local =
        parts.components().own().steps().method().isEmpty()
            && parts.settings().method().has(MethodTrait.ANY_EXECUTION);
    if (!local || parts.settings().get(TrainingSetting.OVERLAP) > 1) {
      throw new InputException(
          "a run of several processes",
          "a method whose modules learn by themselves, with overlap 1",
          "another",
          "choose method=sid or train in one process");
    }
    if (!execution.equals("pipeline") && !execution.equals("single-pass")) {
      throw InputException.ofSetting(
          "execution",
          "pipeline or single-pass with several processes",
          execution,
          "leave it out or train in one process");
    }
  }

  private StageShares shares(Settings settings, Cascade cascade) {
    List<List<BeliefModule>> stages = Pipeline.stages(cascade);
    int size = crew.seat().size();
    if (size > stages.size()) {
      throw new InputException(
          "a run of several processes",
          "at most as many as the stages, which are " + stages.size(),
          size + " processes",
          "start fewer, or set topology to staged and more stages");
    }
    List<Integer> given = settings.get(RunSetting.RANK_STAGES);
    if (given.isEmpty()) {
      return StageShares.balanced(stages.stream().map(StageThreads::cost).toList(), size);
    }
    int sum = given.stream().mapToInt(Integer::intValue).sum();
    if (given.size() != size || sum != stages.size()) {
      throw InputException.ofSetting(
          "rank-stages",
          "%s numbers, which add up to the %s stages".formatted(size, stages.size()),
          settings.text(RunSetting.RANK_STAGES),
          "change it or leave it out");
    }
    return new StageShares(given);
  }

  /** As in one process: those of the pipeline, or all for each stage in turn. */
  private static List<Integer> threads(RunParts parts) {
    List<Integer> ofPipeline = parts.components().stageThreads(parts.cascade());
    return ofPipeline.isEmpty()
        ? Collections.nCopies(Pipeline.stages(parts.cascade()).size(), parts.components().threads())
        : ofPipeline;
  }

  /**
   * Works as one of the others, until the first process lets this one end.
   *
   * @param own what the program brings
   */
  public void follow(UserParts own) {
    Parcel parcel = crew.peers().receive(0, PLAN);
    RankPlan plan = RankPlan.read(parcel).orElse(null);
    if (plan != null) {
      follow(plan, new TrainingComponents(plan.settings(), own));
      // The first process tests for as long as it takes; meanwhile all still show signs of life.
      crew.peers().receive(0, PLAN);
    }
    crew.leave();
  }

  private void follow(RankPlan plan, TrainingComponents components) {
    int[] shape = plan.shape().stream().mapToInt(Integer::intValue).toArray();
    Optional<CascadeFactory> network = components.own().network();
    // The first process gives what training changes; only the rest is drawn.
    FirstValues first = FirstValues.of(plan.settings(), network.isPresent(), Device.CPU);
    try (Cascade plain =
        Cascades.of(network).create(plan.settings(), shape, plan.classes(), first.initializer())) {
      first.drawAllBut(plain.state().tensors());
      Cascade cascade = plain.in(plan.precision());
      try (Optimizers optimizers = components.optimizersOfRun(cascade, plan.length())) {
        RankedSid.follow(
            cascade,
            components.objective(cascade.depth()),
            optimizers,
            plan.threads(),
            plan.shares(),
            crew.peers());
      }
    }
  }

  /**
   * Lets the others end, and waits until all do. The run is complete by now, so that it is none the
   * worse if one of them is lost.
   */
  public void dismiss() {
    try {
      send(RankPlan.NOTHING);
      crew.leave();
    } catch (PeerException e) {
      LOG.info("after the end of the run: {}", e.getMessage());
    }
  }

  /** Lets the others know of an error, and says what is to be thrown instead of it. */
  public RuntimeException explained(Throwable thrown) {
    return crew.explained(thrown);
  }

  @Override
  public void close() {
    crew.close();
  }
}
