/** Layers with named parameters and the networks made of them. Knows the engine and random. */
@NullMarked
package io.github.sid4j.network;

import org.jspecify.annotations.NullMarked;
