package io.github.sid4j.cli;

import org.junit.jupiter.api.Tag;

/** The pages in docs from results on. */
@Tag("slow")
class DocumentedCommandsFromResultsTest extends DocumentedCommands {
  @Override
  boolean has(String page) {
    return isLate(page);
  }

  static boolean isLate(String page) {
    return page.startsWith("docs") && page.compareTo("docs/results") > 0;
  }
}
