package io.github.sid4j.export;

/**
 * The service by which the ONNX form of layers and modules is found. An implementation is a public
 * class with a public constructor without parameters, named in {@code
 * META-INF/services/io.github.sid4j.export.WriterProvider} of its jar. Two providers must not write
 * the same class.
 *
 * <p>An implementation is safe for several threads.
 */
public interface WriterProvider {
  /**
   * How the provider's layers and modules are written.
   *
   * @return begun by {@link Writers#none}; the same at every call
   */
  Writers writers();
}
