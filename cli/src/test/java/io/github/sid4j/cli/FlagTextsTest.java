package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class FlagTextsTest {
  private static CommandSpec command(String... values) {
    CommandSpec command = CommandSpec.create();
    command.addOption(OptionSpec.builder("--resume").type(boolean.class).arity("0").build());
    for (String value : values) {
      command.addOption(OptionSpec.builder("--" + value).type(String.class).build());
    }
    return command;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "choose network=mlp                 | choose --network mlp",
        "train with resume=true out='a b', or leave it | train with --resume --out 'a b', or leave it",
        "give resume=false.                 | give --no-resume.",
        "give resume=true (or lr=1)         | give --resume (or lr=1)",
        "see x/out=2 and a.network=y        | see x/out=2 and a.network=y",
        "set out to network                  | set --out to network",
        "set columns to out=category         | set columns to --out category",
        "set network to age=category         | set --network to age=category",
        "calibrate again                    | calibrate again (sid calibrate)"
      })
  void valuesOfSettingsBecomeTheFlagsOfTheCommand(String text, String shown) {
    assertThat(FlagTexts.of(command("network", "out")).text(text)).isEqualTo(shown);
  }

  @Test
  void aCommandWithSetTakesTheOthersByIt() {
    assertThat(FlagTexts.of(command("set")).text("set threads=4")).isEqualTo("set --set threads=4");
    assertThat(FlagTexts.none().text("set threads=4")).isEqualTo("set threads=4");
  }

  @Test
  void theKeyOfASettingIsShownAsAFlagWhereTheCommandHasIt() {
    InputException e = InputException.ofSetting("batch", "more", "1", "raise it");
    assertThat(FlagTexts.of(command("batch")).line(e))
        .isEqualTo("--batch: expected more, found 1; raise it");
    assertThat(FlagTexts.none().line(e)).isEqualTo(e.getMessage());
    InputException inFile =
        InputException.ofSetting("batch", "a.yaml line 2, batch", "more", "1", "raise it");
    assertThat(FlagTexts.of(command("batch")).line(inFile)).isEqualTo(inFile.getMessage());
    InputException ofAFile = new InputException("batch", "a file", "none", "correct it");
    assertThat(FlagTexts.of(command("batch")).line(ofAFile)).startsWith("batch: ");
  }
}
