/**
 * Microbenchmarks of the small pieces that every step needs. Whole steps are not timed here: their
 * time depends on what runs beside them.
 */
package io.github.sid4j.jmh;
