package io.github.sid4j.cli;

import io.github.sid4j.internal.data.FetchedWeights;
import io.github.sid4j.internal.data.PretrainedProvider;
import io.github.sid4j.internal.data.PretrainedProviders;
import io.github.sid4j.internal.feature.FeatureCache;
import io.github.sid4j.internal.feature.KeptFeatures;
import io.github.sid4j.internal.run.RunJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sid models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists networks for photos and published weights for them.",
    footer = {
      "",
      "Examples:",
      "  sid models",
      "  sid models --cache",
      "  sid train --dataset folder --data path/to/images --pretrained hf:timm/resnet18.a1_in1k"
    })
final class ModelsCommand implements Callable<Integer> {
  private static final double MILLION = 1e6;

  private final Terminal terminal;

  @ArgGroup private Wanted wanted = new Wanted();

  /** What is to be done instead of the table. */
  private static final class Wanted {
    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--cache", description = "List files that were fetched, and features.")
    private boolean cache;

    @Option(names = "--clear-cache", description = "Remove these files and features.")
    private boolean clear;
  }

  ModelsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (wanted.cache) {
      cached(PretrainedProviders.find());
      features(FeatureCache.ofUser());
    } else if (wanted.clear) {
      PretrainedProvider provider = PretrainedProviders.find();
      long bytes = provider.clearCache();
      say("removed %s from %s".formatted(ConsoleTexts.bytes(bytes), provider.cacheFolder()));
      FeatureCache features = FeatureCache.ofUser();
      long kept = features.clear();
      say("removed %s from %s".formatted(ConsoleTexts.bytes(kept), features.folder()));
    } else if (wanted.json) {
      terminal.out().println(RunJson.text(ModelList.all()));
    } else {
      table(ModelList.all());
    }
    return ExitCode.SUCCESS;
  }

  private void cached(PretrainedProvider provider) throws IOException {
    List<FetchedWeights> files = provider.cached();
    say("%s files in %s".formatted(files.size(), provider.cacheFolder()));
    for (FetchedWeights file : files) {
      say("  %s  %s  %s".formatted(ConsoleTexts.bytes(file.bytes()), file.source(), file.file()));
    }
  }

  private void features(FeatureCache cache) throws IOException {
    List<KeptFeatures> all = cache.list();
    say("features of %s networks in %s".formatted(all.size(), cache.folder()));
    for (KeptFeatures kept : all) {
      say(
          "  %s  %s photos by %s  %s"
              .formatted(
                  ConsoleTexts.bytes(kept.bytes()),
                  ConsoleTexts.count(kept.rows()),
                  kept.network(),
                  kept.folder()));
    }
  }

  private void table(ModelList list) {
    List<List<String>> rows = new ArrayList<>();
    for (ModelList.KnownModel model : list.models()) {
      for (ModelList.PublishedWeights weights : model.weights()) {
        boolean first = weights.equals(model.weights().get(0));
        rows.add(
            List.of(
                first ? model.network() : "",
                first ? millions(model.parameters()) : "",
                first ? millions(model.multiplications()) : "",
                weights.licence(),
                weights.source()));
      }
    }
    int size = ModelList.SIZE;
    new TextTable(
            List.of(
                "network",
                "million parameters",
                "million multiplications",
                "licence of weights",
                "--pretrained"),
            rows)
        .lines(terminal.unicode())
        .forEach(terminal.out()::println);
    say("");
    say("Costs are those of a photo of %sx%s pixels and 1,000 classes.".formatted(size, size));
    say("Without a config.json next to a file, its network's first weights are assumed.");
  }

  private static String millions(long number) {
    return ConsoleTexts.count(Math.round(number / MILLION));
  }

  private void say(String line) {
    terminal.out().println(ConsoleTexts.printable(line));
  }
}
