package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.DataSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    Settings otherwise = Settings.recipe(settings);
    boolean waiting = Recipes.waitForData(settings);
    List<String> words = new ArrayList<>();
    for (Setting<?> setting : SettingTable.all()) {
      boolean named = NAMED.contains(setting);
      boolean shown = setting.decidesResult() || PLACES.contains(setting.group());
      // What a recipe says of the network holds only where that network, or the recipe, is named.
      Object unsaid = BRINGING.contains(setting) ? setting.defaultValue() : otherwise.get(setting);
      boolean open = waiting && Recipes.saidOnceDataIsRead().contains(setting.name());
      if (named || (shown && (open || !settings.get(setting).equals(unsaid)))) {
        add(words, setting, settings.text(setting));
      }
    }
    return words;
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
