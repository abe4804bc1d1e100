package io.github.sid4j.internal.run;

import io.github.sid4j.internal.checkpoint.PlainFiles;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;

/**
 * Where the files of a run are. Those who only read a run need no more than this. The folder itself
 * may be reached through a link; what is in it may not be one: every method but {@link #folder}
 * throws an {@link io.github.sid4j.error.InputException} where something else lies than the file or
 * folder that it names.
 *
 * @param folder of the run
 */
public record RunPaths(Path folder) {
  static final String SETTINGS = "settings.yaml";
  static final String PROVENANCE = "provenance.json";
  static final String MODEL = "model.json";
  static final String TOKENIZER = "tokenizer.json";
  static final String CALIBRATION = "calibration.json";
  static final String CALIBRATION_PAGE = "calibration.html";
  static final String METRICS = "metrics.jsonl";
  static final String RESULT = "result.json";
  static final String BELIEFS = "beliefs.json";
  static final String WEIGHTS = "weights.safetensors";
  static final String BEST = "best.safetensors";
  static final String CHECKPOINTS = "checkpoints";
  static final String LIVE = "live.json";
  static final String SAMPLES = "samples.json";
  static final String BELIEFS_LOG = "beliefs.jsonl";
  static final String TENSORBOARD = "tensorboard";
  static final String LOCK = "run.lock";
  static final String SUSPECTS = "suspects";
  static final String SUSPECT_TABLE = "suspects.csv";
  static final String SUSPECT_LIST = "suspects.json";
  static final String SUSPECT_PAGE = "suspects.html";
  static final String GALLERY = "gallery.json";
  static final String PROBE = "probe.json";

  /**
   * The settings that the run was started with, all defaults filled in.
   *
   * @return {@code settings.yaml}
   */
  public Path settings() {
    return PlainFiles.file(folder.resolve(SETTINGS));
  }

  /**
   * A {@link Provenance}.
   *
   * @return {@code provenance.json}
   */
  public Path provenance() {
    return PlainFiles.file(folder.resolve(PROVENANCE));
  }

  /**
   * What is to be known of the model beside its settings and weights.
   *
   * @return {@code model.json}
   */
  public Path model() {
    return PlainFiles.file(folder.resolve(MODEL));
  }

  /**
   * How a model of texts makes tokens of them.
   *
   * @return {@code tokenizer.json}
   */
  public Path tokenizer() {
    return PlainFiles.file(folder.resolve(TOKENIZER));
  }

  /**
   * How sure the model may be, there once {@code sid calibrate} was run.
   *
   * @return {@code calibration.json}
   */
  public Path calibration() {
    return PlainFiles.file(folder.resolve(CALIBRATION));
  }

  /**
   * The same to look at.
   *
   * @return {@code calibration.html}
   */
  public Path calibrationPage() {
    return PlainFiles.file(folder.resolve(CALIBRATION_PAGE));
  }

  /**
   * A {@link ProbeResult}.
   *
   * @return {@code probe.json}
   */
  public Path probe() {
    return PlainFiles.file(folder.resolve(PROBE));
  }

  /**
   * A {@link MetricsLog}.
   *
   * @return {@code metrics.jsonl}
   */
  public Path metrics() {
    return PlainFiles.file(folder.resolve(METRICS));
  }

  /**
   * A {@link RunResult}, there once the run is over.
   *
   * @return {@code result.json}
   */
  public Path result() {
    return PlainFiles.file(folder.resolve(RESULT));
  }

  /**
   * {@link ExampleBeliefs}, there before the result.
   *
   * @return {@code beliefs.json}
   */
  public Path beliefs() {
    return PlainFiles.file(folder.resolve(BELIEFS));
  }

  /**
   * A {@link LiveStatus}, there while the run trains.
   *
   * @return {@code live.json}
   */
  public Path live() {
    return PlainFiles.file(folder.resolve(LIVE));
  }

  /**
   * The {@link TrackedSamples}.
   *
   * @return {@code samples.json}
   */
  public Path samples() {
    return PlainFiles.file(folder.resolve(SAMPLES));
  }

  /**
   * A {@link BeliefsLog} of those samples.
   *
   * @return {@code beliefs.jsonl}
   */
  public Path beliefsLog() {
    return PlainFiles.file(folder.resolve(BELIEFS_LOG));
  }

  /**
   * The weights after the last epoch so far.
   *
   * @return {@code weights.safetensors}
   */
  public Path weights() {
    return PlainFiles.file(folder.resolve(WEIGHTS));
  }

  /**
   * The weights of the epoch that was best on the validation part so far.
   *
   * @return {@code best.safetensors}
   */
  public Path best() {
    return PlainFiles.file(folder.resolve(BEST));
  }

  /**
   * The folder of the run's {@link io.github.sid4j.internal.checkpoint.CheckpointStore}.
   *
   * @return {@code checkpoints}
   */
  public Path checkpoints() {
    return PlainFiles.folder(folder.resolve(CHECKPOINTS));
  }

  /**
   * The folder of event files that TensorBoard reads, where they are wanted.
   *
   * @return {@code tensorboard}
   */
  public Path tensorBoard() {
    return PlainFiles.folder(folder.resolve(TENSORBOARD));
  }

  /**
   * Test samples to look at.
   *
   * @return {@code gallery.json}
   */
  public Path gallery() {
    return PlainFiles.file(folder.resolve(GALLERY));
  }

  /**
   * The folder of what is known of suspect labels.
   *
   * @return {@code suspects}
   */
  public Path suspects() {
    return PlainFiles.folder(folder.resolve(SUSPECTS));
  }

  /**
   * What a cascade believes that did not learn from a fold.
   *
   * @param number of the fold, from 1
   * @param round of trainings, from 1
   * @return {@code suspects/fold-1.json}, {@code suspects/fold-1-round-2.json} and so on
   */
  public Path suspectFold(int number, int round) {
    String name = round == 1 ? "fold-%s.json" : "fold-%s-round-%s.json";
    return PlainFiles.file(suspects().resolve(name.formatted(number, round)));
  }

  /**
   * Suspect samples to be looked through and excluded.
   *
   * @return {@code suspects/suspects.csv}
   */
  public Path suspectTable() {
    return PlainFiles.file(suspects().resolve(SUSPECT_TABLE));
  }

  /**
   * Suspect samples with all that is known of them.
   *
   * @return {@code suspects/suspects.json}
   */
  public Path suspectList() {
    return PlainFiles.file(suspects().resolve(SUSPECT_LIST));
  }

  /**
   * The page that shows them.
   *
   * @return {@code suspects/suspects.html}
   */
  public Path suspectPage() {
    return PlainFiles.file(suspects().resolve(SUSPECT_PAGE));
  }

  /**
   * What the process that writes the run holds locked. The file stays when the run is over.
   *
   * @return {@code run.lock}
   */
  public Path lock() {
    return PlainFiles.file(folder.resolve(LOCK));
  }
}
