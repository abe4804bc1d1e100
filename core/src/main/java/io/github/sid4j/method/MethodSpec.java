package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.settings.MethodProvider;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/**
 * All that a method is: its facts, the cascade that it trains, and how it trains that. A method in
 * another jar implements this and is found as every {@link MethodProvider} is; nothing in the
 * library names it. Implementations have no state, and any thread may call them.
 */
public interface MethodSpec extends MethodProvider {
  /**
   * Makes the cascade that the method trains.
   *
   * @param parts what it can be made of
   * @return a new cascade for the classes of the parts
   * @throws InputException if the settings and the shape of an example do not allow it
   */
  default Cascade cascade(CascadeParts parts) {
    return parts.usual();
  }

  /**
   * Makes the method.
   *
   * @param parts of the run
   * @return to be closed by the caller
   * @throws InputException if the cascade cannot be trained as the settings say
   * @throws IllegalArgumentException if the cascade is not of the kind that the method trains
   */
  Method method(MethodParts parts);

  /**
   * The method that settings name.
   *
   * @param settings of a run
   * @return its spec
   * @throws InputException if there is none on the class path that trains
   */
  static MethodSpec of(Settings settings) {
    String name = settings.get(ModelSetting.METHOD);
    MethodProvider provider = MethodCatalog.provider(name);
    if (provider instanceof MethodSpec spec) {
      return spec;
    }
    throw new InputException(
        "method " + name,
        "a provider that is a " + MethodSpec.class.getName(),
        provider.getClass().getName(),
        "choose another method or mend the provider");
  }
}
