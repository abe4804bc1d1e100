package io.github.sid4j.internal.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.error.Providers;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodProvider;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The methods that there are: every {@link MethodProvider} on the path that the library itself was
 * loaded from. They are looked for once. The default method comes first and the others follow by
 * name, whatever the order of the jars.
 */
public final class MethodCatalog {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String DEFAULT = ModelSetting.METHOD.defaultValue();
  private static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(name -> !name.equals(DEFAULT))
          .thenComparing(Comparator.naturalOrder());

  private static final Supplier<MethodCatalog> INSTALLED = installed();

  /** A provider and what it said. */
  private record Entry(MethodProvider provider, MethodFacts facts) {}

  private final Map<String, Entry> byName;
  private final List<Setting<?>> settings;

  private MethodCatalog(Map<String, Entry> byName) {
    this.byName = byName;
    settings = MethodSettings.withThoseOf(facts());
  }

  /** What was found, or the same error at every call. */
  private static Supplier<MethodCatalog> installed() {
    try {
      ClassLoader ours = MethodCatalog.class.getClassLoader();
      MethodCatalog found = of(ServiceLoader.load(MethodProvider.class, ours));
      return () -> found;
    } catch (InputException e) {
      return () -> {
        throw new InputException(e.where(), e.expected(), e.found(), e.remedy(), e);
      };
    }
  }

  /**
   * Asks providers.
   *
   * @throws InputException if one cannot be used, or two give a method or setting of the same name
   */
  static MethodCatalog of(Iterable<MethodProvider> providers) {
    Map<String, Entry> byName = new TreeMap<>(ORDER);
    for (MethodProvider provider : Providers.loaded(providers, "methods")) {
      MethodFacts facts = facts(provider);
      Entry other = byName.put(facts.name(), new Entry(provider, facts));
      if (other != null) {
        throw new InputException(
            "method " + facts.name(),
            "one provider",
            classOf(other.provider) + " and " + classOf(provider),
            "remove one of their jars from the class path");
      }
    }
    return new MethodCatalog(byName);
  }

  private static MethodFacts facts(MethodProvider provider) {
    MethodFacts facts = Providers.ask(provider, "the facts of a method", MethodProvider::facts);
    if (!NAME.matcher(facts.name()).matches()) {
      throw new InputException(
          "provider " + classOf(provider),
          "a name of lower-case letters, digits and hyphens",
          Shown.text(facts.name()),
          "mend it or remove its jar from the class path");
    }
    return facts;
  }

  private static String classOf(MethodProvider provider) {
    return provider.getClass().getName();
  }

  /**
   * Every method.
   *
   * @return at least one, in order
   * @throws InputException if a provider cannot be used, or two give the same name
   */
  public static List<MethodFacts> all() {
    return INSTALLED.get().facts();
  }

  /** What the providers said, in order. */
  List<MethodFacts> facts() {
    return byName.values().stream().map(Entry::facts).toList();
  }

  /**
   * The method of a name.
   *
   * @param name as in settings
   * @return empty if there is none on the class path
   * @throws InputException as {@link #all}
   */
  public static Optional<MethodFacts> find(String name) {
    return Optional.ofNullable(INSTALLED.get().byName.get(name)).map(Entry::facts);
  }

  /**
   * Who provides a method.
   *
   * @param name as in settings that were read
   * @return the provider
   * @throws InputException if there is none on the class path, and as {@link #all}
   */
  public static MethodProvider provider(String name) {
    Entry entry = INSTALLED.get().byName.get(name);
    if (entry == null) {
      throw InputException.ofSetting(
          "method", ModelSetting.METHOD.type().expected(), name, "put its jar on the class path");
    }
    return entry.provider();
  }

  /** The settings of all methods and of single ones, by group. */
  static List<Setting<?>> settings() {
    return INSTALLED.get().settings;
  }

  /** The names of all methods. */
  public static List<String> names() {
    return List.copyOf(INSTALLED.get().byName.keySet());
  }

  /**
   * The names of the methods that have a trait.
   *
   * @param trait to look for
   * @return in order
   * @throws InputException as {@link #all}
   */
  public static List<String> with(MethodTrait trait) {
    return all().stream().filter(facts -> facts.has(trait)).map(MethodFacts::name).toList();
  }
}
