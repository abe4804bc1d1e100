/** What tests of pages share: a browser, and what a page may hold. */
package io.github.sid4j.report.testkit;
