/** ONNX Runtime as an engine of predictions. */
package io.github.sid4j.internal.export.ort;
