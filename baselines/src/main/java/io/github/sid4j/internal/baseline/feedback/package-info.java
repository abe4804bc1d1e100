/** Feedback alignment and direct feedback alignment: fixed random weights on the way back. */
package io.github.sid4j.internal.baseline.feedback;
