/**
 * Labelled data for training: built-in datasets, the user's own files and arrays, their split and
 * preparation, and batches of them. Knows {@code data.format}, {@code data.table}, {@code error}
 * and {@code random}.
 */
@NullMarked
package io.github.sid4j.data;

import org.jspecify.annotations.NullMarked;
