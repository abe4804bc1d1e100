package io.github.sid4j.network;

import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tensors of a layer or network, in a fixed order and under unique names. Immutable but for the
 * tensors of its layers, which one thread at a time may train.
 */
public final class Parameters {
  private final Map<String, Tensor> byName;

  private Parameters(Map<String, Tensor> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * A pair as most layers have it.
   *
   * @param weight named {@code weight}
   * @param bias named {@code bias}
   * @return the two, weight first
   */
  public static Parameters of(Tensor weight, Tensor bias) {
    Map<String, Tensor> both = new LinkedHashMap<>();
    both.put("weight", weight);
    both.put("bias", bias);
    return new Parameters(both);
  }

  /**
   * Tensors under names of one's own.
   *
   * @param byName in order
   * @return a copy
   * @throws IllegalArgumentException if the map has no order of its own
   */
  public static Parameters of(Map<String, Tensor> byName) {
    MapOrder.check(byName);
    return new Parameters(new LinkedHashMap<>(byName));
  }

  /**
   * No tensors.
   *
   * @return empty
   */
  public static Parameters none() {
    return new Parameters(Map.of());
  }

  /**
   * Joins the parameters of parts.
   *
   * @param parts in order, by the name that is put before theirs with a dot
   * @return all of them
   * @throws IllegalArgumentException if the map has no order of its own
   */
  public static Parameters join(Map<String, ? extends Parameterized> parts) {
    return join(parts, Parameterized::parameters);
  }

  /**
   * Joins the buffers of parts.
   *
   * @param parts in order, by the name that is put before theirs with a dot
   * @return all of them
   * @throws IllegalArgumentException if the map has no order of its own
   */
  public static Parameters joinBuffers(Map<String, ? extends Parameterized> parts) {
    return join(parts, Parameterized::buffers);
  }

  private static Parameters join(
      Map<String, ? extends Parameterized> parts, Function<Parameterized, Parameters> tensors) {
    MapOrder.check(parts);
    Map<String, Tensor> all = new LinkedHashMap<>();
    parts.forEach(
        (prefix, part) ->
            tensors
                .apply(part)
                .byName()
                .forEach((name, value) -> all.put(prefix + "." + name, value)));
    return new Parameters(all);
  }

  /**
   * These tensors and others.
   *
   * @param others under other names
   * @return these first
   */
  public Parameters and(Parameters others) {
    Map<String, Tensor> all = new LinkedHashMap<>(byName);
    others.byName.forEach(
        (name, value) -> {
          if (all.put(name, value) != null) {
            throw new IllegalArgumentException("two tensors are named " + name);
          }
        });
    return new Parameters(all);
  }

  /**
   * These tensors and those of a part.
   *
   * @param name put before theirs with a dot
   * @param part whose tensors they are
   * @return these first
   */
  public Parameters and(String name, Parameters part) {
    Map<String, Tensor> prefixed = new LinkedHashMap<>();
    part.byName.forEach((inner, tensor) -> prefixed.put(name + "." + inner, tensor));
    return and(new Parameters(prefixed));
  }

  /**
   * The tensors by name, in their order.
   *
   * @return unmodifiable
   */
  public Map<String, Tensor> byName() {
    return byName;
  }

  /**
   * The tensors in their order.
   *
   * @return unmodifiable
   */
  public List<Tensor> tensors() {
    return List.copyOf(byName.values());
  }

  /**
   * Where they are. Parameters of one network are on one device.
   *
   * @return the processor if there are none
   */
  public Device device() {
    return byName.values().stream().findFirst().map(Tensor::device).orElse(Device.CPU);
  }

  /**
   * How many numbers they hold.
   *
   * @return the sum of the tensors' counts
   */
  public long count() {
    return byName.values().stream().mapToLong(Tensor::count).sum();
  }
}
