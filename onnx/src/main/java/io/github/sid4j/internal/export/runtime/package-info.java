/** ONNX Runtime in this process: its loading and its threads. */
package io.github.sid4j.internal.export.runtime;
