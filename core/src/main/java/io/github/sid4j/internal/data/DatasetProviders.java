package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.error.Providers;
import java.util.ServiceLoader;

/** The providers of data sets on the class path. */
public final class DatasetProviders {
  private DatasetProviders() {}

  /**
   * Who provides a data set.
   *
   * @throws InputException if nobody does, with the artefact that would
   */
  public static DatasetProvider of(String name) {
    // By the loader of the library: threads of a host may have another one, which does not know it.
    ClassLoader loader = DatasetProvider.class.getClassLoader();
    for (DatasetProvider provider :
        Providers.loaded(ServiceLoader.load(DatasetProvider.class, loader), "data sets")) {
      if (provider.names().contains(name)) {
        return provider;
      }
    }
    throw new InputException(
        "dataset " + name,
        "a library on the class path that opens it",
        "none",
        "add io.github.sid4j:sid4j-" + (DatasetInfo.isPublished(name) ? "datasets" : "formats"));
  }
}
