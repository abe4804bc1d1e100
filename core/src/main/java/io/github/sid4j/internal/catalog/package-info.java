/** Finds the runs below folders, and says what became of each. */
package io.github.sid4j.internal.catalog;
