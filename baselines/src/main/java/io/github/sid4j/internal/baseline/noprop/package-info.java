/** NoProp: blocks that free labels of noise. */
package io.github.sid4j.internal.baseline.noprop;
