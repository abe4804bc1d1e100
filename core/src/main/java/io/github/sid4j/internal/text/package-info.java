/** Texts of others, made fit to be shown. Knows no other package. */
@NullMarked
package io.github.sid4j.internal.text;

import org.jspecify.annotations.NullMarked;
