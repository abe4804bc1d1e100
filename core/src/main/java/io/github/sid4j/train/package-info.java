/** The training of a run, and its listeners. Knows {@code run}. */
@NullMarked
package io.github.sid4j.train;

import org.jspecify.annotations.NullMarked;
