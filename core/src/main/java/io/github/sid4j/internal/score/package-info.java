/** How good answers are, class by class. */
package io.github.sid4j.internal.score;
