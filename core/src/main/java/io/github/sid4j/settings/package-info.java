/**
 * Every setting of a run: its one name, type, default and help, and how texts from files and flags
 * become checked values. Knows only {@code error}.
 */
@NullMarked
package io.github.sid4j.settings;

import org.jspecify.annotations.NullMarked;
