/** The ways to carry out a step. Knows errors, the engine, network, cascade and objective. */
@NullMarked
package io.github.sid4j.internal.execution;

import org.jspecify.annotations.NullMarked;
