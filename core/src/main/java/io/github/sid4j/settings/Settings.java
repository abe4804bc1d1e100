package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.AssignmentReader;
import io.github.sid4j.internal.settings.AutoIntegerType;
import io.github.sid4j.internal.settings.DefaultOverrides;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.MethodSettings;
import io.github.sid4j.internal.settings.Recipes;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.SettingsFile;
import io.github.sid4j.internal.settings.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A value for each setting. Later sources win over earlier ones: the table's defaults, the {@link
 * DefaultOverrides recipe} of the data set, a file, {@code --set}, flags.
 *
 * <p>Immutable, and so safe for several threads.
 */
public final class Settings {
  private final Map<Setting<?>, Object> values;

  /** What was said of them, and does not only hold by default or recipe. */
  private final Set<Setting<?>> given;

  private Settings(Map<Setting<?>, Object> values, Set<Setting<?>> given) {
    this.values = values;
    this.given = given;
  }

  /**
   * The defaults of the table, without any recipe.
   *
   * @return every setting at {@link Setting#defaultValue()}
   */
  public static Settings defaults() {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    SettingTable.all().forEach(setting -> values.put(setting, setting.defaultValue()));
    return new Settings(values, Set.of());
  }

  /**
   * Settings from texts by name, over defaults and recipe.
   *
   * @param texts for example {@code batch -> 64}
   * @return checked settings
   * @throws InputException for an unknown name, a wrong value, or values that exclude each other
   */
  public static Settings parse(Map<String, String> texts) {
    return resolve(
        texts.entrySet().stream()
            .map(e -> new Assignment(e.getKey(), e.getValue(), Shown.plain(e.getKey())))
            .toList());
  }

  /**
   * Settings from a YAML file of {@code name: value} lines, over defaults and recipe.
   *
   * @param file UTF-8, at most 1 MB
   * @return checked settings
   * @throws InputException if the file is missing or wrong
   * @throws IOException if reading fails
   */
  public static Settings read(Path file) throws IOException {
    return resolve(SettingsFile.read(file)).check();
  }

  /**
   * Settings from assignments of all sources, over defaults and recipe.
   *
   * @param assignments in order of precedence, the winning ones last
   * @return settings, {@linkplain #checkGiven checked}
   * @throws InputException for an unknown name, a wrong value, or values that exclude each other
   */
  public static Settings resolve(List<Assignment> assignments) {
    return recipe(defaults().withAll(assignments))
        .withAll(assignments)
        .withStagesOfCuts(assignments)
        .checkGiven();
  }

  /**
   * What holds for the data set, the method, the network and the recipe of settings where nothing
   * else is said, but for their names. A recipe that was named wins over the defaults of the
   * method, and these over a recipe that the network brings. Of a recipe's optimizer and of its
   * schedule nothing holds where another one was given.
   *
   * @param named settings with these names
   * @return the defaults of the table and what is put over them
   */
  public static Settings recipe(Settings named) {
    return recipe(named, DefaultOverrides.network(named));
  }

  private static Settings recipe(Settings named, String network) {
    Map<String, String> texts = RecipeRule.texts(named, network);
    return new Settings(defaults().withTexts(texts).values, Set.of());
  }

  /**
   * The same for a network that the data has decided: what nobody gave is as the recipe of that
   * network says. {@code auto} for {@code recipe} leaves it to the network, and this one may not be
   * known before the data is.
   *
   * @param network a word of {@link ModelSetting#NETWORK}, or {@code auto} for a network of one's
   *     own, which has no recipe
   * @return new settings, not yet {@linkplain #check checked}
   */
  public Settings forNetwork(String network) {
    Settings before = recipe(this);
    Settings after = recipe(this, network);
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    after.values.forEach(
        (setting, value) -> {
          if (!given.contains(setting) && !value.equals(before.values.get(setting))) {
            changed.put(setting, value);
          }
        });
    return new Settings(changed, given);
  }

  /**
   * What a run of these settings has, as far as its data decided it.
   *
   * @param run the settings of a run
   * @return these settings; what nobody gave and a recipe may say is that of the run if the network
   *     is not known before the data is
   */
  public Settings decidedAs(Settings run) {
    if (!Recipes.waitForData(this)) {
      return this;
    }
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    for (Setting<?> setting : SettingTable.all()) {
      if (!given.contains(setting) && Recipes.saidOnceDataIsRead().contains(setting.name())) {
        changed.put(setting, run.values.get(setting));
      }
    }
    return new Settings(changed, given);
  }

  /** What was said, by name. */
  Map<String, String> givenTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    given.forEach(setting -> texts.put(setting.name(), text(setting)));
    return texts;
  }

  private Settings withTexts(Map<String, String> recipe) {
    return withAll(
        recipe.entrySet().stream()
            .map(entry -> new Assignment(entry.getKey(), entry.getValue(), "recipe"))
            .toList());
  }

  /**
   * The same for data whose size is not known beforehand: what nobody gave and the size of the data
   * should decide is {@code auto}.
   *
   * @return new settings
   */
  public Settings forOwnData() {
    Map<String, String> recipe = new LinkedHashMap<>(DefaultOverrides.of("folder"));
    given.forEach(setting -> recipe.remove(setting.name()));
    return new Settings(withTexts(recipe).values, given);
  }

  /**
   * What was given of these settings, and for the rest others.
   *
   * @param others for example those of the run that is resumed
   * @return new settings, not yet {@linkplain #check checked}
   */
  public Settings over(Settings others) {
    Map<Setting<?>, Object> merged = new LinkedHashMap<>(others.values);
    given.forEach(setting -> merged.put(setting, values.get(setting)));
    Set<Setting<?>> said = new HashSet<>(others.given);
    said.addAll(given);
    return new Settings(merged, said);
  }

  /** Who says where to cut, and not into how many stages, has said that too. */
  private Settings withStagesOfCuts(List<Assignment> assignments) {
    int cuts = get(ModelSetting.CUTS).size();
    boolean counted =
        assignments.stream().anyMatch(given -> given.name().equals(ModelSetting.STAGES.name()));
    return cuts == 0 || counted ? this : with(ModelSetting.STAGES, cuts + 1);
  }

  private Settings withAll(List<Assignment> assignments) {
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    Set<Setting<?>> said = new HashSet<>(given);
    for (Assignment assignment : assignments) {
      Setting<?> setting = AssignmentReader.setting(assignment);
      changed.put(setting, AssignmentReader.value(setting, assignment));
      said.add(setting);
    }
    return new Settings(changed, said);
  }

  /**
   * The value of a setting.
   *
   * @param setting which one
   * @param <T> its type
   * @return of every setting there is one
   */
  @SuppressWarnings("unchecked") // with() and withAll() let in values of the setting's type only
  public <T> T get(Setting<T> setting) {
    return (T) Objects.requireNonNull(values.get(setting), setting.name());
  }

  /**
   * Whether something was said of a setting, so that its value does not only hold by default or
   * recipe.
   *
   * @param setting which one
   * @return true also where the default was said
   */
  public boolean isGiven(Setting<?> setting) {
    return given.contains(setting);
  }

  /**
   * The same with another value. That the values agree with each other is not looked at here, so
   * that several can be changed in turn: call {@link #check()} after the last.
   *
   * @param setting which one
   * @param value within its range
   * @param <T> its type
   * @return new settings
   * @throws InputException if the value is out of range
   */
  public <T> Settings with(Setting<T> setting, T value) {
    String text = setting.type().format(value);
    Assignment assignment = new Assignment(setting.name(), text, setting.name());
    return withAll(List.of(assignment));
  }

  /**
   * The same with a value that a user gave; see {@link #with(Setting, Object)}.
   *
   * @param given name and text
   * @return new settings
   * @throws InputException for an unknown name or a wrong value
   */
  public Settings with(Assignment given) {
    return withAll(List.of(given));
  }

  /**
   * What is known of the method.
   *
   * @return the facts of {@link ModelSetting#METHOD}
   */
  public MethodFacts method() {
    return MethodCatalog.provider(get(ModelSetting.METHOD)).facts();
  }

  /**
   * Whether the method trains every module to answer by itself, so that the first ones are a model
   * without those behind them.
   *
   * @return false where only the last module is trained to answer
   */
  public boolean everyModuleAnswers() {
    return method().has(MethodTrait.EVERY_MODULE_ANSWERS);
  }

  /**
   * The length of the cascade that the settings make.
   *
   * @return at least 1
   */
  public int length() {
    return ModelRules.modules(this);
  }

  /**
   * Makes sure that the values agree with each other.
   *
   * @return these settings
   * @throws InputException if two of them exclude each other
   */
  public Settings check() {
    SettingRules.check(this);
    return this;
  }

  /**
   * As {@link #check}, but settings that resume a run may lack what the run has.
   *
   * @return these settings
   * @throws InputException if two of them exclude each other
   */
  public Settings checkGiven() {
    return get(RunSetting.RESUME) ? SettingRules.resuming(this) : check();
  }

  /**
   * What makes a run with other settings another run.
   *
   * @param other the settings of that run
   * @return a line for each differing setting that decides the result, for example {@code batch: 64
   *     instead of 128}; empty if none differs. What is {@code auto} here differs from no number
   */
  public List<String> differences(Settings other) {
    return differences(other, Setting::decidesResult);
  }

  /**
   * What keeps a run with other settings from being resumed with these.
   *
   * @param other the settings of that run
   * @return as {@link #differences}, without the settings that may change
   */
  public List<String> conflicts(Settings other) {
    return differences(other, setting -> !setting.mayChange());
  }

  private List<String> differences(Settings other, Predicate<Setting<?>> compared) {
    return SettingTable.all().stream()
        .filter(compared)
        .filter(setting -> !get(setting).equals(other.get(setting)))
        .filter(setting -> !AutoIntegerType.isAuto(setting, get(setting)))
        .map(
            setting ->
                "%s: %s instead of %s"
                    .formatted(setting.name(), text(setting), other.text(setting)))
        .toList();
  }

  /**
   * The text form of a setting's value.
   *
   * @param setting which one
   * @param <T> its type
   * @return empty for no path and an empty list
   */
  public <T> String text(Setting<T> setting) {
    return setting.type().format(get(setting));
  }

  /**
   * The text forms of all values. A setting of another method that has its default is left out: it
   * has no effect, and that method need not be there where the text is read.
   *
   * @return by name, in the table's order, unmodifiable; {@link #parse} reads them back
   */
  public Map<String, String> toMap() {
    MethodFacts method = method();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Setting<?> setting : SettingTable.all()) {
      boolean idle = get(setting).equals(setting.defaultValue());
      if (!idle || !MethodSettings.isOfAnother(setting, method)) {
        texts.put(setting.name(), text(setting));
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  /**
   * All values as a file.
   *
   * @return YAML with a line for each setting of {@link #toMap}, in the table's order; {@link
   *     #read} reads it back
   */
  public String toYaml() {
    return SettingsFile.write(toMap());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
