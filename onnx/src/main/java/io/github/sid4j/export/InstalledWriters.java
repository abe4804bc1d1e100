package io.github.sid4j.export;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
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
    for (WriterProvider provider : loaded(providers)) {
      String name = provider.getClass().getName();
      Writers more = writers(provider, name);
      for (Class<?> kind : more.kinds()) {
        if (all.kinds().contains(kind)) {
          throw new InputException(
              "writers of " + name,
              "classes that no other provider writes",
              kind.getName(),
              "remove its jar from the class path, or give its writers by Writers.with");
        }
      }
      all = all.and(more);
    }
    return all;
  }

  private static List<WriterProvider> loaded(Iterable<WriterProvider> providers) {
    List<WriterProvider> all = new ArrayList<>();
    try {
      Iterator<WriterProvider> each = providers.iterator();
      while (each.hasNext()) {
        all.add(each.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw broken("writers on the class path", "providers that load", e);
    }
    return all;
  }

  // Whatever another jar's code throws is reported as one line that names it.
  private static Writers writers(WriterProvider provider, String name) {
    try {
      Writers writers = provider.writers();
      if (writers != null) {
        return writers;
      }
    } catch (RuntimeException | LinkageError e) {
      throw broken("writers of " + name, "writers", e);
    }
    throw new InputException(
        "writers of " + name, "writers", "none", "mend it or remove its jar from the class path");
  }

  private static InputException broken(String where, String expected, Throwable cause) {
    return new InputException(
        "%s: expected %s, found %s; mend the provider or remove its jar from the class path"
            .formatted(where, expected, cause),
        cause);
  }
}
