/** The training of a run, and how it tells its course. Knows {@code run}. */
package io.github.sid4j.train;
