/** What counts of few samples allow to say. */
@NullMarked
package io.github.sid4j.internal.statistics;

import org.jspecify.annotations.NullMarked;
