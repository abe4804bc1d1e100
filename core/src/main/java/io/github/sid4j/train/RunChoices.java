package io.github.sid4j.train;

import java.util.List;

/**
 * What a run finds out when it begins, and keeps when it goes on.
 *
 * @param precision of its layers
 * @param stageThreads threads of each stage of a pipeline, in order; empty without one
 */
record RunChoices(PrecisionChoice precision, List<Integer> stageThreads) {}
