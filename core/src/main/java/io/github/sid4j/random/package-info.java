/** Reproducible randomness as a function of seed and place. Knows no other package. */
package io.github.sid4j.random;
