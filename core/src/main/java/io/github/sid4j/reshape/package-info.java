/** Trained cascades made shorter, and what that costs. */
package io.github.sid4j.reshape;
