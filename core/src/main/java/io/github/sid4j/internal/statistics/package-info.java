/** What counts of few samples allow to say. */
package io.github.sid4j.internal.statistics;
