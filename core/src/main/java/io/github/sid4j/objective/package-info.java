/**
 * What a module is trained for: a small divergence to the target against a small divergence to the
 * belief before. Knows the engine and cascade.
 */
@NullMarked
package io.github.sid4j.objective;

import org.jspecify.annotations.NullMarked;
