/**
 * What a network that is not trained makes of photos: computed once, kept on disk, and read from
 * there in training.
 */
@NullMarked
package io.github.sid4j.internal.feature;

import org.jspecify.annotations.NullMarked;
