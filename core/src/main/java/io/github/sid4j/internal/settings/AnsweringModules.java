package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import java.util.List;

/**
 * Which modules of a cascade answer by themselves. Those of {@code backprop} and others are trained
 * as parts of one network: what comes of an earlier one as a belief means nothing, so that it is
 * not shown to people.
 */
public final class AnsweringModules {
  private AnsweringModules() {}

  /**
   * Whether every module answers.
   *
   * @param method a word of {@link ModelSetting#METHOD}
   * @return false if only the last one does, or the method is not on the class path
   */
  public static boolean all(String method) {
    return MethodCatalog.find(method)
        .map(facts -> facts.has(MethodTrait.EVERY_MODULE_ANSWERS))
        .orElse(false);
  }

  /**
   * The modules that answer.
   *
   * @param method a word of {@link ModelSetting#METHOD}
   * @param modules of a cascade, or something of each, in order of depth
   * @param <T> of that
   * @return all, or the last alone
   */
  public static <T> List<T> of(String method, List<T> modules) {
    return all(method) || modules.isEmpty()
        ? modules
        : modules.subList(modules.size() - 1, modules.size());
  }

  /**
   * Why modules are not shown, in a sentence without its period.
   *
   * @param method a word of {@link ModelSetting#METHOD}
   * @return for example {@code method backprop trains only the last module to answer; earlier
   *     modules are not shown}
   */
  public static String note(String method) {
    return "method "
        + method
        + " trains only the last module to answer; earlier modules are not shown";
  }
}
