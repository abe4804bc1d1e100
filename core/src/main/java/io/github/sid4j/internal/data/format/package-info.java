/** Strict readers of the file formats that data comes in. Knows {@code error} only. */
package io.github.sid4j.internal.data.format;
