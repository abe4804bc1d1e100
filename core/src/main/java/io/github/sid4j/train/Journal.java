package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.run.ExampleBeliefs;
import io.github.sid4j.internal.run.OriginProvenance;
import io.github.sid4j.internal.run.TestGallery;
import io.github.sid4j.internal.train.BestWeights;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.internal.train.RunState;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a run leaves while it trains: in a folder, or in memory alone. */
interface Journal {
  /** Where it is; empty in memory. */
  Optional<Path> folder();

  /** The result of an earlier session; empty unless the run was finished. */
  Optional<RunResult> result();

  /** Puts the weights of a finished run into the cascade, and its best ones into their copy. */
  void restoreFinished(Cascade cascade, BestWeights best) throws IOException;

  /**
   * Puts the state back to the newest whole checkpoint, if there is one.
   *
   * @param warn gets a line for each checkpoint that is damaged
   * @return whether there is
   */
  boolean resume(RunState state, Consumer<String> warn) throws IOException;

  /** Where the first weights came from when the run began; empty if there is nothing to restore. */
  Optional<OriginProvenance> origin() throws IOException;

  /** Stores the settings that the run has from now on. */
  void keep(RunChoices choices, Progress from, RunLength length) throws IOException;

  /** The epochs that are over, in order. */
  List<EpochMetrics> epochs();

  /** Adds the line of an epoch, before its checkpoint. */
  void append(RunState state, EpochMetrics line) throws IOException;

  /**
   * Stores the state.
   *
   * @return whether it is stored
   */
  boolean checkpoint(RunState state) throws IOException;

  /** Stores the weights at the end of an epoch, after its checkpoint. */
  void epochEnded(RunState state) throws IOException;

  /**
   * The run is over.
   *
   * @param beliefs of a few samples, with the weights of the last epoch
   * @param gallery of samples to look at, with the weights of the best epoch
   */
  void end(Supplier<ExampleBeliefs> beliefs, Supplier<TestGallery> gallery, RunResult result)
      throws IOException;

  /** Wall time of all sessions of the run. */
  double wallSeconds();
}
