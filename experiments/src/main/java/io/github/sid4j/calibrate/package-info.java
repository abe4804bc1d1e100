/** How far a cascade's probabilities can be trusted, and where it may stop early. */
@NullMarked
package io.github.sid4j.calibrate;

import org.jspecify.annotations.NullMarked;
