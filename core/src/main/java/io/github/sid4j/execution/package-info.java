/**
 * Ways to carry out one step of a cascade's local learning. They differ in time and memory and give
 * the same numbers, bit for bit where they add in the same order. Knows errors, the engine,
 * network, cascade and objective.
 */
@NullMarked
package io.github.sid4j.execution;

import org.jspecify.annotations.NullMarked;
