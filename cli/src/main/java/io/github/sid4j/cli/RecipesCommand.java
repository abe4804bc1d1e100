package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.Recipe;
import io.github.sid4j.internal.settings.Recipes;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
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
    UnaryOperator<String> settings =
        ConsoleTexts.column(
            Recipes.all().stream()
                .flatMap(recipe -> recipe.choices().stream())
                .map(Recipe.Choice::setting));
    for (Recipe recipe : Recipes.all()) {
      terminal.out().println(recipe.name() + ": " + recipe.purpose());
      for (Recipe.Choice choice : recipe.choices()) {
        ConsoleTexts.wrap(
                terminal.width(),
                "  " + settings.apply(choice.setting()),
                choice.value() + " (" + choice.source() + ")")
            .forEach(terminal.out()::println);
      }
    }
    return ExitCode.SUCCESS;
  }
}
