/** Starts other processes like this one. Knows no other package. */
package io.github.sid4j.process;
