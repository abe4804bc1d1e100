/**
 * Event files as TensorBoard reads them: records with check sums that hold protocol buffers,
 * written without generated code, and the listener that reports a run in them. Training finds that
 * as a service.
 *
 * <p>The forms are those of TensorFlow's {@code record_writer.h}, {@code event.proto} and {@code
 * summary.proto}, and of what TensorBoard's own plugins ask of tensors.
 */
package io.github.sid4j.internal.tensorboard;
