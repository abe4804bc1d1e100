/** How a run is put together and carried out. */
@NullMarked
package io.github.sid4j.internal.train;

import org.jspecify.annotations.NullMarked;
