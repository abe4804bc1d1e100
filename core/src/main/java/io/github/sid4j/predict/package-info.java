/** Trained cascades that classify, by themselves and as soon as they are sure. */
@NullMarked
package io.github.sid4j.predict;

import org.jspecify.annotations.NullMarked;
