package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * What a stage hands to the next one.
 *
 * @param features that it reads
 * @param belief of the module before
 * @param target of the batch
 * @param pass that its forwards are of
 * @param measures of the modules so far
 */
record BatchOnItsWay(
    Tensor features, Belief belief, Target target, Pass pass, List<Measure> measures) {}
