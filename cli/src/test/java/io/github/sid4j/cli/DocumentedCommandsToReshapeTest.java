package io.github.sid4j.cli;

import org.junit.jupiter.api.Tag;

/** The start page, the list of comparisons, and the pages in docs up to reshape. */
@Tag("slow")
class DocumentedCommandsToReshapeTest extends DocumentedCommands {
  @Override
  boolean has(String page) {
    return !DocumentedCommandsFromResultsTest.isLate(page);
  }
}
