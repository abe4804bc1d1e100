/**
 * Tensors as safetensors files, files and folders that appear whole or not at all, and a store of
 * verified checkpoints made of both. Knows only the package {@code error}.
 */
@NullMarked
package io.github.sid4j.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
