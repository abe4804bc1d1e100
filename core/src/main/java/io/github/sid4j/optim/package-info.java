/** Optimizers and learning-rate schedules. Knows the engine and network. */
@NullMarked
package io.github.sid4j.optim;

import org.jspecify.annotations.NullMarked;
