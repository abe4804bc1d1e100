package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.Recipe;
import io.github.sid4j.internal.settings.Recipes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sid recipes}. */
@Command(
    name = "recipes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists sets of settings that go together.",
    footer = {
      "",
      "Examples:",
      "  sid recipes",
      "  sid train --dataset cifar10 --download --recipe airbench94"
    })
final class RecipesCommand implements Callable<Integer> {
  private final Terminal terminal;

  RecipesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int names =
        Recipes.all().stream()
            .flatMap(recipe -> recipe.choices().stream())
            .mapToInt(choice -> choice.setting().length())
            .max()
            .orElse(0);
    for (Recipe recipe : Recipes.all()) {
      terminal.out().println(recipe.name() + ": " + recipe.purpose());
      for (Recipe.Choice choice : recipe.choices()) {
        String space = " ".repeat(names - choice.setting().length() + 2);
        ConsoleTexts.wrap(
                terminal.width(),
                "  " + choice.setting() + space,
                choice.value() + " (" + choice.source() + ")")
            .forEach(terminal.out()::println);
      }
    }
    return ExitCode.SUCCESS;
  }
}
