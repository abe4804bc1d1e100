package io.github.sid4j.data;

import java.util.function.IntFunction;

/**
 * A share that is to be taken of each class.
 *
 * @param setting that asks for it
 * @param fraction of the examples, at least 0 and below 1
 * @param className the name of a class, for messages
 */
record Shard(String setting, double fraction, IntFunction<String> className) {}
