/** How sid4j tells a user that something he gave cannot be used. Knows no other package. */
package io.github.sid4j.error;
