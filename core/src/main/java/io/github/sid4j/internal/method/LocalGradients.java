package io.github.sid4j.internal.method;

import io.github.sid4j.engine.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a network that is trained by itself gets from its backward.
 *
 * @param parameters gradients on its own parameters, in their order
 * @param input gradient on what it read; null if nobody asked for it
 */
public record LocalGradients(List<Tensor> parameters, @Nullable Tensor input) {}
