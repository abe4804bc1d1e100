/**
 * Charts as inline SVG: plots with axes, rows of dots with intervals, legends. Colours and strokes
 * are classes that the page's style sheet fills in, so that one chart serves light, dark and print.
 */
package io.github.sid4j.internal.report.chart;
