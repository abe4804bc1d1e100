/**
 * What a module is trained for: fidelity to the target against consistency with the belief before.
 * Knows the engine and cascade.
 */
package io.github.sid4j.objective;
