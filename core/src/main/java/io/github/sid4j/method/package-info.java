/**
 * The ways to train a cascade, one class each behind {@link io.github.sid4j.method.Method}, with a
 * {@link io.github.sid4j.method.MethodSpec} next to it. A spec asks for what it needs by {@link
 * io.github.sid4j.method.CascadeParts} and {@link io.github.sid4j.method.MethodParts}, which those
 * who make cascades and runs fill in.
 */
@NullMarked
package io.github.sid4j.method;

import org.jspecify.annotations.NullMarked;
