/** The native library: loaded, counted and kept from changing its host. */
@NullMarked
package io.github.sid4j.internal.engine;

import org.jspecify.annotations.NullMarked;
