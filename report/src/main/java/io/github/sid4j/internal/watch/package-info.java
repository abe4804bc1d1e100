/**
 * A run that is shown in a browser while it trains: a page that this machine alone can open, made
 * of the run's folder, which another process writes.
 */
package io.github.sid4j.internal.watch;
