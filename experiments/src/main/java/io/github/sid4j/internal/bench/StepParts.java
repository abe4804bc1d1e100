package io.github.sid4j.internal.bench;

import java.util.List;
import java.util.Map;

/**
 * Where the time of one configuration's step goes: medians over the rounds, in seconds. A part that
 * the method does not have is {@code null}.
 *
 * @param name of the configuration
 * @param n steps that were looked into
 * @param extractorForward the extractor's layers forward
 * @param modulesForward the modules' layers forward
 * @param modulesBackward beliefs, losses, measures and gradients of the modules
 * @param extractorBackward gradients of the extractor
 * @param backward of modules and extractor, where one call takes all gradients
 * @param optimizer updates, as far as other threads do not make them beside
 * @param data making one batch ready; a thread does that beside the steps, of which it is no part
 */
public record StepParts(
    String name,
    int n,
    Double extractorForward,
    Double modulesForward,
    Double modulesBackward,
    Double extractorBackward,
    Double backward,
    Double optimizer,
    Double data) {
  static StepParts of(String name, int n, List<Map<String, Double>> rounds) {
    return new StepParts(
        name,
        n,
        median("extractor forward", rounds),
        median("modules forward", rounds),
        median("modules backward", rounds),
        median("extractor backward", rounds),
        median("backward", rounds),
        median("optimizer", rounds),
        median("data", rounds));
  }

  private static Double median(String part, List<Map<String, Double>> rounds) {
    double[] values =
        rounds.stream()
            .filter(parts -> parts.containsKey(part))
            .mapToDouble(parts -> parts.get(part))
            .toArray();
    return values.length == 0 ? null : Quartiles.of(values).median();
  }
}
