/** What a classifier says of all its modules. Knows what {@code predict} knows. */
@NullMarked
package io.github.sid4j.internal.predict;

import org.jspecify.annotations.NullMarked;
