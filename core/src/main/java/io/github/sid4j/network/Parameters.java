package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trained tensors of a layer or network, in a fixed order and under unique names. */
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
   * No parameters.
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
   */
  public static Parameters join(Map<String, ? extends Parameterized> parts) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    parts.forEach(
        (prefix, part) ->
            part.parameters()
                .byName()
                .forEach((name, value) -> all.put(prefix + "." + name, value)));
    return new Parameters(all);
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
   * How many numbers are trained.
   *
   * @return the sum of the tensors' counts
   */
  public long count() {
    return byName.values().stream().mapToLong(Tensor::count).sum();
  }
}
