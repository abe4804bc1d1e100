/**
 * The {@code sid} command: reads flags, shows the course of a run, and turns outcomes into exit
 * codes. Knows all public parts of core.
 */
package io.github.sid4j.cli;
