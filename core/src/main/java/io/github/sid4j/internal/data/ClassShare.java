package io.github.sid4j.internal.data;

import java.util.function.IntFunction;

/**
 * The share of each class that a setting asks for.
 *
 * @param setting that asks for it
 * @param fraction of the examples, at least 0 and below 1
 * @param className the name of a class, for messages
 */
record ClassShare(String setting, double fraction, IntFunction<String> className) {}
