/** Trained cascades that classify, by themselves and as soon as they are sure. */
package io.github.sid4j.predict;
