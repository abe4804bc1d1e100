package io.github.sid4j.settings;

/**
 * The service by which a method is found. An implementation is a public class with a public
 * constructor without parameters, named in {@code
 * META-INF/services/io.github.sid4j.settings.MethodProvider} of its jar. One that can also be
 * trained by is an {@code io.github.sid4j.method.MethodSpec}.
 *
 * <p>An implementation is safe for several threads.
 */
public interface MethodProvider {
  /**
   * What is known of the method before anything is made.
   *
   * @return the same at every call
   */
  MethodFacts facts();
}
