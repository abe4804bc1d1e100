/**
 * HTML and SVG that are well-formed and harmless whatever the texts in them. Knows {@code text}
 * only.
 */
package io.github.sid4j.internal.report.html;
