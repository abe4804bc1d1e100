/**
 * Processes that train one run together: which of them this is, how they find each other, and what
 * became of one that is lost. Knows nothing of how messages travel.
 */
@NullMarked
package io.github.sid4j.internal.cluster;

import org.jspecify.annotations.NullMarked;
