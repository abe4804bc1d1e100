/**
 * What optimizers have in common: clipping, groups, averages and copies of weights. Knows the
 * engine and network.
 */
@NullMarked
package io.github.sid4j.internal.optim;

import org.jspecify.annotations.NullMarked;
