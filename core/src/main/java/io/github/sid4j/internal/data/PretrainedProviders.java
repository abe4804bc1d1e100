package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import java.util.ServiceLoader;

/** The provider of pretrained networks on the class path. */
public final class PretrainedProviders {
  private PretrainedProviders() {}

  /**
   * Finds it.
   *
   * @return the first one
   * @throws InputException if there is none, with the artefact that has one
   */
  public static PretrainedProvider find() {
    // By the loader of the library: threads of a host may have another one, which does not know it.
    ClassLoader loader = PretrainedProvider.class.getClassLoader();
    return ServiceLoader.load(PretrainedProvider.class, loader)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "pretrained",
                    "a library on the class path that fetches networks",
                    "none",
                    "add io.github.sid4j:sid4j-datasets, or name a file"));
  }
}
