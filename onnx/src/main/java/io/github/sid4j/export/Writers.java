package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.error.InputException;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameterized;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be written as ONNX: a writer for each class of layers and of modules. The built-in ones
 * are {@link #standard()}; for a layer of one's own one adds how it is written:
 *
 * <pre>{@code
 * Writers.standard().with(Swish.class, (swish, x, graph) -> {
 *   Value gate = graph.node("Sigmoid").input(x).gives(x.sample());
 *   return graph.node("Mul").input(x).input(gate).gives(x.sample());
 * });
 * }</pre>
 */
public final class Writers {
  private static final Writers STANDARD =
      new Writers(StandardLayers.writers(), StandardModules.writers());

  private final Map<Class<?>, LayerWriter<?>> layers;
  private final Map<Class<?>, ModuleWriter<?>> modules;

  private Writers(Map<Class<?>, LayerWriter<?>> layers, Map<Class<?>, ModuleWriter<?>> modules) {
    this.layers = Map.copyOf(layers);
    this.modules = Map.copyOf(modules);
  }

  /**
   * Those for the layers and modules of sid4j.
   *
   * @return all but what {@link Refusals} names
   */
  public static Writers standard() {
    return STANDARD;
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
    Map<Class<?>, LayerWriter<?>> more = new HashMap<>(layers);
    more.put(kind, writer);
    return new Writers(more, modules);
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
    Map<Class<?>, ModuleWriter<?>> more = new HashMap<>(modules);
    more.put(kind, writer);
    return new Writers(layers, more);
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

  // Under each class is a writer for it.
  @SuppressWarnings("unchecked")
  <L extends Layer> LayerWriter<L> forLayer(L layer) {
    return (LayerWriter<L>) found(layers.get(layer.getClass()), "layer", layer);
  }

  @SuppressWarnings("unchecked")
  <M extends BeliefModule> ModuleWriter<M> forModule(M module) {
    return (ModuleWriter<M>) found(modules.get(module.getClass()), "module", module);
  }

  private static <W> W found(W writer, String what, Parameterized part) {
    if (writer != null) {
      return writer;
    }
    String reason = Refusals.REASONS.get(part.getClass());
    if (reason != null) {
      throw new InputException(
          "export to ONNX",
          "a cascade whose inference is one pass through its layers",
          reason,
          "choose another method: all others can be exported");
    }
    throw new InputException(
        "export to ONNX",
        "layers and modules that there is a writer for",
        "the %s %s".formatted(what, part.getClass().getName()),
        "say by Writers.with how it is written, see docs/guides/export.md");
  }
}
