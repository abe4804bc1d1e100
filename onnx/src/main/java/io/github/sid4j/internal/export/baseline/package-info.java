/**
 * How the layers and modules of the baselines are written as ONNX. Registered as those of another
 * jar would be.
 */
package io.github.sid4j.internal.export.baseline;
