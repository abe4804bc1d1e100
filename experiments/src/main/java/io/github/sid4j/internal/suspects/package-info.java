/** Training samples whose labels are contradicted by what modules believe that did not see them. */
package io.github.sid4j.internal.suspects;
