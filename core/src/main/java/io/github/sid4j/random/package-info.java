/** Reproducible randomness as a function of seed and place. Knows no other package. */
@NullMarked
package io.github.sid4j.random;

import org.jspecify.annotations.NullMarked;
