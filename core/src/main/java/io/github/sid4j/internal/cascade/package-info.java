/** Modules and heads of cascades. Knows the engine and network. */
@NullMarked
package io.github.sid4j.internal.cascade;

import org.jspecify.annotations.NullMarked;
