/** The methods of this module and what they have in common. Knows what {@code method} knows. */
@NullMarked
package io.github.sid4j.internal.method;

import org.jspecify.annotations.NullMarked;
