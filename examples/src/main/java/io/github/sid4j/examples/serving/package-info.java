/** A small HTTP service with the JDK's own server, for a run of images or of plain numbers. */
package io.github.sid4j.examples.serving;
