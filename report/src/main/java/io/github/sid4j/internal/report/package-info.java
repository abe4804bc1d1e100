/**
 * Runs side by side as one page of HTML that needs no other file and no network. Reads the folders
 * of runs as {@code docs/reference/run-folder.md} describes them; {@code docs/guides/report.md}
 * says what is on the page and how its numbers are made.
 */
package io.github.sid4j.internal.report;
