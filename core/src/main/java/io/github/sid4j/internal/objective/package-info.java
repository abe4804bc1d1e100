/** Bounds and counts of what an objective measures. Knows the engine and cascade. */
@NullMarked
package io.github.sid4j.internal.objective;

import org.jspecify.annotations.NullMarked;
