/** NoProp: blocks that free labels of noise. */
package io.github.sid4j.baseline.noprop;
