/** Texts of others, made fit to be shown. Knows no other package. */
package io.github.sid4j.internal.text;
