package io.github.sid4j.internal.run;

/**
 * That a run was extended or shortened.
 *
 * @param step optimizer steps that it had taken by then
 * @param before epochs that it was to have
 * @param after epochs that it was to have from then on
 */
public record LengthChange(long step, int before, int after) {}
