/**
 * Arithmetic on the pixels of photos: orientation, fit and resizing, a row at a time. It knows no
 * file formats.
 */
@NullMarked
package io.github.sid4j.internal.data.image;

import org.jspecify.annotations.NullMarked;
