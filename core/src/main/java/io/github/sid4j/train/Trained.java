package io.github.sid4j.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training run leaves in memory.
 *
 * @param cascade with the weights of the last step
 * @param folder of the run
 * @param result empty if the run was stopped before its end
 */
public record Trained(Cascade cascade, Path folder, Optional<RunResult> result) {}
