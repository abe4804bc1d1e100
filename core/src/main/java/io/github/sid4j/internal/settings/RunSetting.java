package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where and how the program runs. The settings of {@link SettingGroup#RUN}. Constants, safe for
 * several threads.
 */
public final class RunSetting {
  public static final Setting<Long> SEED =
      Setting.deciding(
          SettingGroup.RUN,
          "seed",
          NumberType.longs(atLeast(0)),
          1L,
          "Start of all random numbers.");

  public static final Setting<String> DEVICE =
      Setting.adjustable(
          SettingGroup.RUN,
          "device",
          new DeviceType(),
          "auto",
          "What to compute on; auto is the first GPU of NVIDIA if there is one, else the processor.");

  public static final Setting<Integer> THREADS =
      Setting.adjustable(
          SettingGroup.RUN,
          "threads",
          integers(atLeast(0).atMost(Limits.THREADS)),
          0,
          "Threads to compute with; 0 is all cores.");

  public static final Setting<List<Integer>> STAGE_THREADS =
      Setting.adjustable(
          SettingGroup.RUN,
          "stage-threads",
          new IntegerListType("numbers of threads", Limits.THREADS),
          List.of(),
          "Threads of a pipeline's stages: one number for all or one by stage; else they share threads.");

  public static final Setting<Integer> PROCESSES =
      Setting.free(
          SettingGroup.RUN,
          "processes",
          integers(atLeast(1).atMost(Limits.PROCESSES)),
          1,
          "Processes on this machine that share the stages.");

  public static final Setting<List<Integer>> RANK_STAGES =
      Setting.free(
          SettingGroup.RUN,
          "rank-stages",
          new IntegerListType("numbers of stages", Limits.MODULES),
          List.of(),
          "Stages of each process, such as 2,1,1; else they are balanced by cost.");

  public static final Setting<Integer> MAX_RESTARTS =
      Setting.free(
          SettingGroup.RUN,
          "max-restarts",
          integers(atLeast(0).atMost(Limits.RESTARTS)),
          3,
          "How often processes are started again when one was killed.");

  public static final Setting<Integer> PEER_TIMEOUT =
      Setting.free(
          SettingGroup.RUN,
          "peer-timeout",
          integers(atLeast(1).atMost(Limits.PEER_SECONDS)),
          60,
          "Seconds without an answer after which another process counts as lost.");

  public static final Setting<Optional<Path>> OUT =
      Setting.free(
          SettingGroup.RUN,
          "out",
          new PathType(),
          Optional.empty(),
          "Run folder; else a new one in runs/.");

  public static final Setting<Boolean> RESUME =
      Setting.free(
          SettingGroup.RUN,
          "resume",
          new BooleanType(),
          false,
          "Resume the run in the run folder with its settings; start it if there is none.");

  public static final Setting<Boolean> OVERWRITE =
      Setting.free(
          SettingGroup.RUN,
          "overwrite",
          new BooleanType(),
          false,
          "Replace the run in the run folder.");

  public static final Setting<Boolean> QUIET =
      Setting.free(
          SettingGroup.RUN,
          "quiet",
          new BooleanType(),
          false,
          "Print only warnings and the result.");

  public static final Setting<Integer> CHECKPOINT_STEPS =
      Setting.free(
          SettingGroup.RUN,
          "checkpoint-steps",
          integers(atLeast(0).atMost(Limits.STEPS)),
          0,
          "Steps between checkpoints; 0 is at each epoch's end only.");

  public static final Setting<Integer> KEEP_CHECKPOINTS =
      Setting.free(
          SettingGroup.RUN,
          "keep-checkpoints",
          integers(atLeast(1).atMost(Limits.CHECKPOINTS)),
          3,
          "Newest checkpoints that are kept while the run trains.");

  public static final Setting<Boolean> TENSORBOARD =
      Setting.free(
          SettingGroup.RUN,
          "tensorboard",
          new BooleanType(),
          false,
          "Write what TensorBoard reads into the run folder.");

  private RunSetting() {}
}
