/** Starts other processes like this one, and writes command lines. Knows no other package. */
package io.github.sid4j.internal.process;
