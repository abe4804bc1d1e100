/** How data becomes batches: parts, order, encodings, and readers of tables, texts and images. */
@NullMarked
package io.github.sid4j.internal.data;

import org.jspecify.annotations.NullMarked;
