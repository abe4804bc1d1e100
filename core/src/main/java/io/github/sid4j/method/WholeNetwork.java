package io.github.sid4j.method;

import io.github.sid4j.network.Layer;

/**
 * A network as one layer.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param layer in pieces where the method takes it so
 * @param features width of what it gives for an example
 */
public record WholeNetwork(Layer layer, int features) {}
