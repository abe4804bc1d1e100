/** What modules of a trained cascade know and learn, measured from outside. */
@NullMarked
package io.github.sid4j.internal.probe;

import org.jspecify.annotations.NullMarked;
