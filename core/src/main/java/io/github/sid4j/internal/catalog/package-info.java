/** Finds the runs below folders, and says what became of each. */
@NullMarked
package io.github.sid4j.internal.catalog;

import org.jspecify.annotations.NullMarked;
