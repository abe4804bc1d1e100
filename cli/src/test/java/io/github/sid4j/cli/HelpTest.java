package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.settings.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  private static String help(String... words) {
    Captured captured = new Captured(false, false);
    assertThat(Main.run(words, captured.terminal(), (s, l, stop) -> null, (run, moved) -> null))
        .isZero();
    assertThat(captured.err()).isEmpty();
    return captured.out();
  }

  private static CommandLine sid() {
    Terminal terminal = new Captured(false, false).terminal();
    try (StopRequest stop = new StopRequest(terminal)) {
      return new CommandTree(terminal, stop, null, null).all();
    }
  }

  static Stream<String> commands() {
    return sid().getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey);
  }

  @Test
  void everyCommandHasOneLineUnderAHeading() {
    List<String> lines = help("--help").lines().toList();
    assertThat(lines).contains("Train:", "Look and judge:", "Use a model:", "Look after:");
    assertThat(commands())
        .allSatisfy(
            name ->
                assertThat(lines)
                    .filteredOn(line -> line.matches("  " + name + " +[A-Z].*\\."))
                    .hasSize(1));
    assertThat(lines).allMatch(line -> line.length() <= 80);
    assertThat(help("--help")).doesNotContain("\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandHasAnExample(String name) {
    assertThat(help(name, "--help"))
        .containsPattern("(?m)^ +(source <\\()?sid " + name)
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }

  @Test
  void theHelpOfTrainBeginsWithTheFlagsThatMostPeopleUse() {
    String text = help("train", "--help");
    assertThat(text)
        .contains("--dataset=NAME", "--epochs=N", "--out=PATH", "--resume", "--verbose", "Data:")
        .contains("see --help-all", "sid train path/to/images")
        .doesNotContain("--label-noise", "--weight-decay", "--replay", "--stop-with-input");
    assertThat(help("train", "--help-all")).contains("--stop-with-input");
    assertThat(text.lines().count()).isLessThan(100);
  }

  @Test
  void theHelpOfGrowShowsWhatOnlyGrowthHas() {
    assertThat(help("grow", "--help"))
        .contains("--replay=NUMBER", "--modules=K", "--frozen=", "--help-all")
        .doesNotContain("--label-noise", "--network");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "grow"})
  void allFlagsAreShownToWhoAsksForAll(String name) {
    String text = help(name, "--help-all");
    Stream<String> flags =
        SettingTable.all().stream()
            .filter(setting -> name.equals("train") || GrowCommand.offers(setting))
            .map(Setting::name);
    assertThat(flags).allMatch(flag -> text.contains("--" + flag) || text.contains("]" + flag));
    assertThat(text).doesNotContain("There are more");
  }
}
