/**
 * Measures training steps, their memory and the machine's ceilings, each configuration in a process
 * of its own. Knows what makes up a step, the settings and the records of runs.
 */
package io.github.sid4j.internal.bench;
