package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandTreeTest {
  private final Terminal terminal =
      Terminal.over(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  private final StopRequest stop = new StopRequest(terminal);
  private final CommandTree tree = new CommandTree(terminal, stop, null, null);

  @AfterEach
  void release() {
    stop.close();
  }

  @Test
  void aCommandIsMadeAlone() {
    CommandLine all = tree.all();
    for (String name : List.of("train", "predict", "datasets", "bench-worker")) {
      CommandLine one = tree.of(List.of(name, "--help"));
      assertThat(one.getSubcommands()).containsOnlyKeys(name);
      assertThat(one.getSubcommands().get(name).getUsageMessage())
          .isEqualTo(all.getSubcommands().get(name).getUsageMessage());
    }
  }

  @Test
  void whatNamesNoCommandHasAllForHelpAndCorrections() {
    int commands = tree.all().getSubcommands().size();
    for (List<String> words :
        List.of(List.<String>of(), List.of("--help"), List.of("predic"), List.of("completion"))) {
      assertThat(tree.of(words).getSubcommands()).hasSize(commands);
    }
  }
}
