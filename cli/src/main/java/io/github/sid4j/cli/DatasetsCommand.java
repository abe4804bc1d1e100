package io.github.sid4j.cli;

import io.github.sid4j.settings.Recipes;
import io.github.sid4j.settings.Setting;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code sid datasets}. */
@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the data sets and the defaults that differ for them.")
final class DatasetsCommand implements Callable<Integer> {
  private static final Map<String, String> ABOUT =
      Map.of(
          "digits", "1,797 grey images of 8x8 in 10 classes",
          "mnist", "70,000 grey images of 28x28 in 10 classes",
          "fashion-mnist", "70,000 grey images of 28x28 in 10 classes",
          "cifar10", "60,000 colour images of 32x32 in 10 classes",
          "cifar100", "60,000 colour images of 32x32 in 100 classes",
          "folder", "your images, in a folder for each class (--data)",
          "csv", "your table, with a column for the class (--data, --label-column)");

  private final Terminal terminal;

  DatasetsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (String name : Setting.DATASET.type().choices()) {
      terminal.out().printf("%-14s %s%s%n", name, ABOUT.get(name), recipe(name));
    }
    return ExitCode.SUCCESS;
  }

  private static String recipe(String name) {
    Map<String, String> recipe = new TreeMap<>(Recipes.of(name));
    return recipe.isEmpty()
        ? ""
        : recipe.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "; ", " by default"));
  }
}
