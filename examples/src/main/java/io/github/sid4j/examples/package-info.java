/** Programs that use the library as a user would. Know all of its public packages. */
package io.github.sid4j.examples;
