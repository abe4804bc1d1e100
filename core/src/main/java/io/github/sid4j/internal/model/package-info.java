/** How settings become cascades, and what is known of their size. */
@NullMarked
package io.github.sid4j.internal.model;

import org.jspecify.annotations.NullMarked;
