/**
 * Loaders of data sets that others published. {@code data} finds them by {@link
 * java.util.ServiceLoader}.
 */
package io.github.sid4j.internal.datasets;
