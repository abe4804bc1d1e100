/** Tables of text and what is learned from them to make them numbers. Knows {@code error} only. */
package io.github.sid4j.data.table;
