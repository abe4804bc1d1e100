/**
 * The exception for input that cannot be used, of which providers that cannot be used are a part.
 * Knows no other package.
 */
@NullMarked
package io.github.sid4j.error;

import org.jspecify.annotations.NullMarked;
