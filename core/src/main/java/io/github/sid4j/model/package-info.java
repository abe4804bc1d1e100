/** Networks and cascades as settings name them, and their tensors in files. */
@NullMarked
package io.github.sid4j.model;

import org.jspecify.annotations.NullMarked;
