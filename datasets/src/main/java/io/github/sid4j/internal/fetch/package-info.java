/**
 * Fetches published data sets into a folder: whole, checked and resumable, or not at all. Knows
 * only {@code error} and, of {@code data}, who hears of its progress.
 */
package io.github.sid4j.internal.fetch;
