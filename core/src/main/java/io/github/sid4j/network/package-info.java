/** Layers with named parameters and the networks made of them. Knows the engine and random. */
package io.github.sid4j.network;
