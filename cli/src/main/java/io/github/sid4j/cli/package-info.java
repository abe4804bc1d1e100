/**
 * The {@code sid} command: reads flags, shows the course of a run, and turns outcomes into exit
 * codes. Knows core's {@code error}, {@code settings}, {@code run} and {@code train}.
 */
package io.github.sid4j.cli;
