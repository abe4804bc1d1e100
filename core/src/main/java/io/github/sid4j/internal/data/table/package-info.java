/**
 * Tables of text and what is learned from them to make them numbers. Knows {@code error} and {@code
 * data.format} only.
 */
@NullMarked
package io.github.sid4j.internal.data.table;

import org.jspecify.annotations.NullMarked;
