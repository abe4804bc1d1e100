/** The folder of a run: every file, and what reads and writes it. */
@NullMarked
package io.github.sid4j.internal.run;

import org.jspecify.annotations.NullMarked;
