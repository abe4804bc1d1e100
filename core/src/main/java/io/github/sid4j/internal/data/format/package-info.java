/** Strict readers of the file formats that data comes in. Knows {@code error} only. */
@NullMarked
package io.github.sid4j.internal.data.format;

import org.jspecify.annotations.NullMarked;
