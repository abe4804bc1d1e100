package io.github.sid4j.export;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.error.Providers;
import java.util.ServiceLoader;

/** The writers for the layers and modules of core, and those of the providers. */
final class InstalledWriters {
  private InstalledWriters() {}

  /** With the providers on the path that the library itself was loaded from. */
  static Writers find() {
    return with(ServiceLoader.load(WriterProvider.class, WriterProvider.class.getClassLoader()));
  }

  /**
   * Asks providers.
   *
   * @throws InputException if one cannot be used, or two write the same class
   */
  static Writers with(Iterable<WriterProvider> providers) {
    Writers all = StandardModules.addTo(StandardLayers.addTo(Writers.none()));
    for (WriterProvider provider : Providers.loaded(providers, "writers for ONNX")) {
      Writers more = Providers.ask(provider, "writers", WriterProvider::writers);
      for (Class<?> kind : more.kinds()) {
        if (all.kinds().contains(kind)) {
          throw new InputException(
              "provider " + provider.getClass().getName(),
              "writers of classes that no other has",
              kind.getName(),
              "remove its jar from the class path, or give its writers by Writers.with");
        }
      }
      all = all.and(more);
    }
    return all;
  }
}
