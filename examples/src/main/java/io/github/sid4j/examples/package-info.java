/** Programs that use the library as a user would. */
package io.github.sid4j.examples;
