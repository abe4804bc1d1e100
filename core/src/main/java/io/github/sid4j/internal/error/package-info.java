/** What jars register: loaded, or refused in one line. Knows {@code error} alone. */
@NullMarked
package io.github.sid4j.internal.error;

import org.jspecify.annotations.NullMarked;
