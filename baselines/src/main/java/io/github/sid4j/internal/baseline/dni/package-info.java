/** Synthetic gradients: pieces of a network, each by a predicted gradient. */
package io.github.sid4j.internal.baseline.dni;
