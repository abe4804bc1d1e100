package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings as the words of a command line. */
public final class Flags {
  /** Groups with settings that only say where something is, and yet are needed. */
  private static final Set<SettingGroup> PLACES = Set.of(SettingGroup.DATA, SettingGroup.MODEL);

  private static final Set<Setting<?>> NAMED = Set.of(DataSetting.DATASET, ModelSetting.METHOD);

  /** Those that bring defaults of their own. */
  private static final Set<Setting<?>> BRINGING = Set.of(ModelSetting.RECIPE, ModelSetting.NETWORK);

  private Flags() {}

  /**
   * The flags that give a run the same result. Data set and method are always named; the others as
   * far as they differ from what would hold without them, or only the data would decide. Where the
   * run is written, and how, is left out.
   *
   * @param settings checked ones
   * @return words to follow {@code sid train}, not quoted
   */
  public static List<String> of(Settings settings) {
    Set<Setting<?>> listed = listed(settings);
    List<String> words = new ArrayList<>();
    SettingTable.all().stream()
        .filter(listed::contains)
        .forEach(setting -> add(words, setting, settings.text(setting)));
    return words;
  }

  /** Each setting that is named may change what holds for the others, so that more are needed. */
  private static Set<Setting<?>> listed(Settings settings) {
    boolean waiting = Recipes.waitForData(settings);
    Set<Setting<?>> listed = new HashSet<>(NAMED);
    // What brings values of others comes first, so that these need no flags.
    BRINGING.stream()
        .filter(setting -> !settings.get(setting).equals(setting.defaultValue()))
        .forEach(listed::add);
    Set<Setting<?>> more;
    do {
      Settings otherwise = Settings.recipe(only(listed, settings));
      more =
          SettingTable.all().stream()
              .filter(setting -> !listed.contains(setting) && isShown(setting))
              .filter(
                  setting ->
                      (waiting && Recipes.saidOnceDataIsRead().contains(setting.name()))
                          || !settings.get(setting).equals(unsaid(setting, otherwise)))
              .collect(Collectors.toSet());
      listed.addAll(more);
    } while (!more.isEmpty());
    return listed;
  }

  private static boolean isShown(Setting<?> setting) {
    return setting.decidesResult() || PLACES.contains(setting.group());
  }

  /** What a recipe says of the network holds only where that network, or the recipe, is named. */
  private static Object unsaid(Setting<?> setting, Settings otherwise) {
    return BRINGING.contains(setting) ? setting.defaultValue() : otherwise.get(setting);
  }

  private static Settings only(Set<Setting<?>> listed, Settings settings) {
    Settings said = Settings.defaults();
    for (Setting<?> setting : listed) {
      said = said.with(new Assignment(setting.name(), settings.text(setting), setting.name()));
    }
    return said;
  }

  /**
   * A setting as a single word.
   *
   * @param given whose name is right, and whose text is the one that its value has
   * @return the flag of {@code sid train} that says it, not quoted
   */
  public static String word(Assignment given) {
    return isSwitch(AssignmentReader.setting(given))
        ? onOrOff(given.name(), given.text())
        : "--" + given.name() + "=" + given.text();
  }

  private static void add(List<String> words, Setting<?> setting, String text) {
    if (isSwitch(setting)) {
      words.add(onOrOff(setting.name(), text));
    } else if (text.isEmpty() || text.startsWith("-")) {
      words.add("--" + setting.name() + "=" + text);
    } else {
      words.add("--" + setting.name());
      words.add(text);
    }
  }

  private static boolean isSwitch(Setting<?> setting) {
    return setting.defaultValue() instanceof Boolean;
  }

  private static String onOrOff(String name, String text) {
    return text.equals("true") ? "--" + name : "--no-" + name;
  }
}
