/**
 * Layers and networks that programs name and do not make themselves. Knows the engine and random.
 */
@NullMarked
package io.github.sid4j.internal.network;

import org.jspecify.annotations.NullMarked;
