/** Starts other processes like this one, and writes command lines. Knows no other package. */
@NullMarked
package io.github.sid4j.internal.process;

import org.jspecify.annotations.NullMarked;
