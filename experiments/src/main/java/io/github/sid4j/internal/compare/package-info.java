/**
 * Comparisons: the runs of a grid, each in a process of its own, several side by side, and their
 * results. {@code docs/guides/compare.md} has the form of a specification and of the results.
 */
package io.github.sid4j.internal.compare;
