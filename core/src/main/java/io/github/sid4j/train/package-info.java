/** The training of a run, and its listeners. Knows {@code run}. */
package io.github.sid4j.train;
