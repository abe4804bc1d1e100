/** Trained cascades made shorter and longer, and what that costs. */
@NullMarked
package io.github.sid4j.reshape;

import org.jspecify.annotations.NullMarked;
