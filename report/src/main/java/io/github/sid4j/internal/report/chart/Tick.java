package io.github.sid4j.internal.report.chart;

/**
 * A named place on an axis.
 *
 * @param value where
 * @param text what stands there
 */
record Tick(double value, String text) {}
