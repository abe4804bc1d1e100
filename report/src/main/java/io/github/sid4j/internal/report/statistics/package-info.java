/** Means, deviations and intervals of a few runs. Knows no other package. */
package io.github.sid4j.internal.report.statistics;
