package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.ModuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables with a row by module; of a long cascade the first, some between, and the last. */
final class ModuleTables {
  private static final int ROWS = 12;

  private ModuleTables() {}

  static TextTable ofEpoch(List<ModuleMetrics> modules) {
    return new TextTable(
        List.of(
            "module", "train acc", "val acc", "KL to target", "KL to previous", "loss above floor"),
        some(modules).stream().map(ModuleTables::row).toList());
  }

  private static List<String> row(ModuleMetrics module) {
    boolean validated = module.validation() != null;
    // Without a validation part the training batches are all there is.
    BeliefMetrics shown = validated ? module.validation() : module.train();
    return List.of(
        String.valueOf(module.index()),
        ConsoleTexts.percent(module.train().accuracy()),
        ConsoleTexts.percent(validated ? module.validation().accuracy() : null),
        ConsoleTexts.nats(shown.klTarget()),
        ConsoleTexts.nats(shown.klPrevious()),
        ConsoleTexts.nats(shown.lossAboveFloor()));
  }

  /** Those that were trained to answer, and a line about the others. */
  static List<String> ofTest(
      String method, List<ModuleResult> modules, boolean unicode, int width) {
    List<String> lines =
        new ArrayList<>(ofTest(AnsweringModules.of(method, modules)).lines(unicode));
    if (modules.size() > 1 && !AnsweringModules.all(method)) {
      lines.addAll(ConsoleTexts.wrap(width, "", AnsweringModules.note(method)));
    }
    return lines;
  }

  private static TextTable ofTest(List<ModuleResult> modules) {
    return new TextTable(
        List.of("module", "test acc", "KL to target", "KL to previous"),
        some(modules).stream()
            .map(
                module ->
                    List.of(
                        String.valueOf(module.index()),
                        ConsoleTexts.percent(module.testAccuracy()),
                        ConsoleTexts.nats(module.klTarget()),
                        ConsoleTexts.nats(module.klPrevious())))
            .toList());
  }

  /** What the modules make of noisy labels; only where there are some. */
  static TextTable ofNoise(List<ModuleMetrics> modules) {
    return new TextTable(
        List.of("module", "label disagreement", "true label recovered"),
        some(modules).stream()
            .map(
                module ->
                    List.of(
                        String.valueOf(module.index()),
                        ConsoleTexts.percent(module.noise().labelDisagreement()),
                        ConsoleTexts.percent(module.noise().trueLabelRecovered())))
            .toList());
  }

  private static <T> List<T> some(List<T> modules) {
    int last = modules.size() - 1;
    if (last < ROWS) {
      return modules;
    }
    return IntStream.range(0, ROWS)
        .mapToObj(i -> modules.get((int) ((long) i * last / (ROWS - 1))))
        .toList();
  }
}
