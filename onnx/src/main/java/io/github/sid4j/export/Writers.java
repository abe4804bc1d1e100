package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.error.InputException;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be written as ONNX: a writer for each class of layers and of modules. {@link #standard}
 * has those of sid4j and of every {@link WriterProvider} on the class path; for a layer of one's
 * own one adds how it is written, or registers a provider:
 *
 * <pre>{@code
 * Writers.standard().with(Swish.class, (swish, x, graph) -> {
 *   Value gate = graph.node("Sigmoid").input(x).gives(x.sample());
 *   return graph.node("Mul").input(x).input(gate).gives(x.sample());
 * });
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Writers {
  private static final Writers NONE = new Writers(Map.of(), Map.of(), Map.of());

  private final Map<Class<?>, LayerWriter<?>> layers;
  private final Map<Class<?>, ModuleWriter<?>> modules;
  private final Map<Class<?>, String> refused;

  private Writers(
      Map<Class<?>, LayerWriter<?>> layers,
      Map<Class<?>, ModuleWriter<?>> modules,
      Map<Class<?>, String> refused) {
    this.layers = Map.copyOf(layers);
    this.modules = Map.copyOf(modules);
    this.refused = Map.copyOf(refused);
  }

  /**
   * Those for the layers and modules of sid4j, and of every provider on the path that the library
   * was loaded from.
   *
   * @return found at this call
   * @throws InputException if a provider cannot be used, or two write the same class
   */
  public static Writers standard() {
    return InstalledWriters.find();
  }

  /**
   * No writers, for a provider to begin with.
   *
   * @return empty
   */
  public static Writers none() {
    return NONE;
  }

  /**
   * These and one for layers.
   *
   * @param <L> the layers' class
   * @param kind the layers' class itself, not one above it
   * @param writer in the place of any that there was for it
   * @return more; these stay as they are
   */
  public <L extends Layer> Writers with(Class<L> kind, LayerWriter<? super L> writer) {
    return new Writers(plus(layers, kind, writer), modules, refused);
  }

  /**
   * These and one for modules.
   *
   * @param <M> the modules' class
   * @param kind the modules' class itself, not one above it
   * @param writer in the place of any that there was for it
   * @return more; these stay as they are
   */
  public <M extends BeliefModule> Writers withModule(
      Class<M> kind, ModuleWriter<? super M> writer) {
    return new Writers(layers, plus(modules, kind, writer), refused);
  }

  /**
   * These and one for layers around another one that differ from it in training alone: the other
   * one is written. As safetensors, too, if the layer is a cascade's extractor.
   *
   * @param <L> the layers' class
   * @param kind the layers' class itself, not one above it
   * @param inner what a layer is around
   * @return more; these stay as they are
   */
  public <L extends Layer> Writers withPlain(
      Class<L> kind, Function<? super L, ? extends Layer> inner) {
    return with(kind, new PlainLayer<>(kind, inner));
  }

  /**
   * These and one for modules around another one that differ from it in training alone: the other
   * one is written, as safetensors, too.
   *
   * @param <M> the modules' class
   * @param kind the modules' class itself, not one above it
   * @param inner what a module is around
   * @return more; these stay as they are
   */
  public <M extends BeliefModule> Writers withPlainModule(
      Class<M> kind, Function<? super M, ? extends BeliefModule> inner) {
    return withModule(kind, new PlainModule<>(kind, inner));
  }

  /**
   * These, and a reason why layers or modules have no ONNX form.
   *
   * @param kind their class itself, not one above it
   * @param reason what a cascade with one of them is, for the message
   * @return more; these stay as they are
   */
  public Writers refusing(Class<? extends Parameterized> kind, String reason) {
    return new Writers(layers, modules, plus(refused, kind, reason));
  }

  /** These and others, which win. */
  Writers and(Writers others) {
    return new Writers(
        joined(layers, others.layers),
        joined(modules, others.modules),
        joined(refused, others.refused));
  }

  private static <V> Map<Class<?>, V> joined(Map<Class<?>, V> some, Map<Class<?>, V> others) {
    Map<Class<?>, V> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private static <V> Map<Class<?>, V> plus(Map<Class<?>, V> some, Class<?> kind, V value) {
    return joined(some, Map.of(kind, value));
  }

  /** The classes that these decide on. */
  Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>(layers.keySet());
    kinds.addAll(modules.keySet());
    kinds.addAll(refused.keySet());
    return kinds;
  }

  /**
   * Whether there is a writer.
   *
   * @param kind a class of layers or modules
   * @return false if an export would refuse it
   */
  public boolean know(Class<? extends Parameterized> kind) {
    return layers.containsKey(kind) || modules.containsKey(kind);
  }

  /** The layer that inference needs of one. */
  Layer plain(Layer layer) {
    return layers.get(layer.getClass()) instanceof PlainLayer<?> around
        ? plain(around.of(layer))
        : layer;
  }

  /** The module that inference needs of one. */
  BeliefModule plain(BeliefModule module) {
    return modules.get(module.getClass()) instanceof PlainModule<?> around
        ? plain(around.of(module))
        : module;
  }

  // Under each class is a writer for it.
  @SuppressWarnings("unchecked")
  <L extends Layer> LayerWriter<L> forLayer(L layer) {
    return (LayerWriter<L>) found(layers.get(layer.getClass()), "layer", layer);
  }

  @SuppressWarnings("unchecked")
  <M extends BeliefModule> ModuleWriter<M> forModule(M module) {
    return (ModuleWriter<M>) found(modules.get(module.getClass()), "module", module);
  }

  private <W> W found(@Nullable W writer, String what, Parameterized part) {
    if (writer != null) {
      return writer;
    }
    String reason = refused.get(part.getClass());
    if (reason != null) {
      throw new InputException(
          "export to ONNX",
          "a cascade whose inference is one pass through its layers",
          reason,
          "choose another method");
    }
    throw new InputException(
        "export to ONNX",
        "layers and modules that there is a writer for",
        "the %s %s".formatted(what, part.getClass().getName()),
        "say by Writers.with how it is written, or register a WriterProvider, see docs/guides/export.md");
  }
}
