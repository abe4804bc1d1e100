/**
 * The ways to train a cascade, one class each behind {@link io.github.sid4j.method.Method}; a new
 * method is a new class here. Knows the engine, cascade, objective, optim and execution.
 */
package io.github.sid4j.method;
