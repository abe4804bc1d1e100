/**
 * Trained cascades for other programs: as an ONNX graph, checked against the cascade when it is
 * written, and as safetensors under the names that PyTorch's users expect.
 */
@NullMarked
package io.github.sid4j.export;

import org.jspecify.annotations.NullMarked;
