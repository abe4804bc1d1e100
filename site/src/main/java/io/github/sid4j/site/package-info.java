/** Makes the tables and plots of the results from their data. */
package io.github.sid4j.site;
