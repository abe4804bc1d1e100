/** The exception for input that cannot be used. Knows no other package. */
package io.github.sid4j.error;
