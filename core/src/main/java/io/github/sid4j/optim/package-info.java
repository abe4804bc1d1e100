/** Optimizers and learning-rate schedules. Knows the engine and network. */
package io.github.sid4j.optim;
