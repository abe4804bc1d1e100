package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.train.RunEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page of commands and the commands to each other. */
class CommandsDocTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/commands.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|.*");

  @Test
  void thePageHasEveryCommandAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(DOCUMENT).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .toList();
    Terminal terminal = new Captured(false, false).terminal();
    try (StopRequest stop = new StopRequest(terminal)) {
      assertThat(rows)
          .containsExactlyInAnyOrderElementsOf(
              new CommandTree(terminal, stop, null, RunEvaluation::of)
                  .all().getSubcommands().entrySet().stream()
                      .filter(
                          command -> !command.getValue().getCommandSpec().usageMessage().hidden())
                      .map(command -> command.getKey())
                      .toList());
    }
  }
}
