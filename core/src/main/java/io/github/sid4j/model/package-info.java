/** Networks and cascades as settings name them, and their tensors in files. */
package io.github.sid4j.model;
