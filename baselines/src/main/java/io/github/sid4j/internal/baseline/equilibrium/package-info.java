/** Equilibrium propagation: an energy-based network with a free and a nudged phase. */
package io.github.sid4j.internal.baseline.equilibrium;
