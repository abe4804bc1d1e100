/**
 * Tensors, gradients and native memory: the one package that knows libtorch and the C library.
 * Everything else computes with {@link io.github.sid4j.engine.Tensor}. Of ours it knows {@code
 * error} alone.
 */
@NullMarked
package io.github.sid4j.engine;

import org.jspecify.annotations.NullMarked;
