/** Forward-forward: layers, each by its own goodness. */
package io.github.sid4j.internal.baseline.forward;
