/** How good answers are, class by class. */
@NullMarked
package io.github.sid4j.internal.score;

import org.jspecify.annotations.NullMarked;
