package io.github.sid4j.internal.predict;

import io.github.sid4j.error.InputException;
import java.util.ServiceLoader;

/** The provider of another engine on the class path. */
public final class EngineProviders {
  private EngineProviders() {}

  /**
   * Finds it.
   *
   * @return the first one
   * @throws InputException if there is none, with the artefact that has one
   */
  public static EngineProvider find() {
    // By the loader of the library: threads of a host may have another one, which does not know it.
    ClassLoader loader = EngineProvider.class.getClassLoader();
    return ServiceLoader.load(EngineProvider.class, loader)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "engine onnxruntime",
                    "a library on the class path that has it",
                    "none",
                    "add io.github.sid4j:sid4j-onnx, or compute with libtorch"));
  }
}
