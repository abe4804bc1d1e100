/** The table of settings, their files and texts. Knows errors and text. */
@NullMarked
package io.github.sid4j.internal.settings;

import org.jspecify.annotations.NullMarked;
