/** How far a cascade's probabilities can be trusted, and where it may stop early. */
package io.github.sid4j.calibrate;
