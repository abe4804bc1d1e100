/** Makes plain pages of the documentation. */
package io.github.sid4j.site;
