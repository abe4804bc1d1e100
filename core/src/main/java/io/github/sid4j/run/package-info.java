/**
 * The folder that a run leaves: its settings, provenance, metrics, result and checkpoints, as
 * records with a stable JSON form. Knows only the packages {@code error} and {@code checkpoint}.
 */
@NullMarked
package io.github.sid4j.run;

import org.jspecify.annotations.NullMarked;
