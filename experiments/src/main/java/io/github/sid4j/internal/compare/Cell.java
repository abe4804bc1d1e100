package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.process.ShellWords;
import io.github.sid4j.internal.settings.Flags;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a comparison.
 *
 * @param id of its folder, the same as long as its settings are named the same
 * @param kind of cells that differ from it by the seed alone, the common part of their ids
 * @param searching whether it only serves to choose settings
 * @param run the label of its run in the specification
 * @param varying the settings that differ between cells, by name
 * @param seed of the run
 * @param given all that is said of it, each setting once
 * @param settings resolved; empty if the rules refuse them
 * @param refusal why they do
 */
record Cell(
    String id,
    String kind,
    boolean searching,
    String run,
    Map<String, String> varying,
    long seed,
    List<Assignment> given,
    Optional<Settings> settings,
    Optional<String> refusal) {
  /** How many epochs it trains; 0 if it does not, or if the size of its data decides. */
  int epochs() {
    return settings.map(known -> known.get(TrainingSetting.EPOCHS)).orElse(0);
  }

  /** Its settings as flags of {@code sid train}. */
  List<String> flags() {
    return given.stream().map(Flags::word).toList();
  }

  /** A command line that makes this run again, in a folder of its own, for a shell. */
  String command() {
    List<String> words = new ArrayList<>(List.of("./sid", "train"));
    words.addAll(flags());
    return ShellWords.join(words);
  }
}
