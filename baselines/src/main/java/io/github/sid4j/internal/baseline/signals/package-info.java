/** Local error signals: stages, each by a classifier and by how it compares samples. */
package io.github.sid4j.internal.baseline.signals;
