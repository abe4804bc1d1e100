package io.github.sid4j.internal.error;

import io.github.sid4j.error.InputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Function;

/**
 * What jars register as a service. Whatever the code of another jar throws is reported as bad input
 * in one line that names it.
 */
public final class Providers {
  private static final String REMEDY = "mend the provider or remove its jar from the class path";

  private Providers() {}

  /**
   * Loads providers.
   *
   * @param <S> the service
   * @param found by a {@link java.util.ServiceLoader}
   * @param what they provide, for example {@code methods}
   * @return in the order of the class path
   * @throws InputException if one does not load
   */
  public static <S> List<S> loaded(Iterable<S> found, String what) {
    List<S> all = new ArrayList<>();
    try {
      Iterator<S> each = found.iterator();
      while (each.hasNext()) {
        all.add(each.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw failed(what + " on the class path", "providers that load", e);
    }
    return all;
  }

  /**
   * Asks a provider.
   *
   * @param <S> the service
   * @param <T> the answer
   * @param provider to be asked
   * @param expected what it should answer, for example {@code the facts of a method}
   * @param question to it
   * @return what it answers
   * @throws InputException if it fails or has no answer
   */
  public static <S, T> T ask(S provider, String expected, Function<? super S, T> question) {
    String where = "provider " + provider.getClass().getName();
    T answer;
    try {
      answer = question.apply(provider);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed(where, expected, e);
    }
    if (answer == null) {
      throw new InputException(where, expected, "none", REMEDY);
    }
    return answer;
  }

  private static InputException failed(String where, String expected, Throwable cause) {
    return new InputException(where, expected, cause.toString(), REMEDY, cause);
  }
}
