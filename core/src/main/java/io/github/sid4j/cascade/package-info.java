/** The cascade: an extractor and modules that refine a belief. Knows the engine and network. */
package io.github.sid4j.cascade;
