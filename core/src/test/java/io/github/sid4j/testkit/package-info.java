/** What the tests of several packages share: small cascades, random numbers, spies. */
package io.github.sid4j.testkit;
