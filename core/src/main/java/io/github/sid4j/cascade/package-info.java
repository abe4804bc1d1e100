/** The cascade: an extractor and modules that refine a belief. Knows the engine and network. */
@NullMarked
package io.github.sid4j.cascade;

import org.jspecify.annotations.NullMarked;
