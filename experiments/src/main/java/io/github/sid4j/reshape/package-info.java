/** Trained cascades made shorter and longer, and what that costs. */
package io.github.sid4j.reshape;
