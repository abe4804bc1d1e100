/**
 * Text as token ids: tokenizers, how they are learned, and their files. Knows {@code error} only.
 */
@NullMarked
package io.github.sid4j.internal.data.text;

import org.jspecify.annotations.NullMarked;
