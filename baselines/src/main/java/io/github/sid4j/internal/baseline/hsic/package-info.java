/** The HSIC bottleneck: blocks, each by what its features depend on. */
package io.github.sid4j.internal.baseline.hsic;
