package io.github.sid4j.site;

/**
 * A column of a table of results.
 *
 * @param name its heading, with the unit
 * @param kind how its values are written
 * @param decimals of its numbers
 */
record ResultColumn(String name, ColumnKind kind, int decimals) {}
