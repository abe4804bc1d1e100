/**
 * The folder that a run leaves: its settings, provenance, metrics, result and checkpoints, as
 * records with a stable JSON form.
 */
package io.github.sid4j.run;
