package io.github.sid4j.reshape;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.MethodTrait;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that make a cascade longer. */
final class GrownSettings {
  /** What is said of one run and not of another. */
  private static final List<Setting<?>> OF_ONE_RUN =
      List.of(
          RunSetting.OUT,
          RunSetting.RESUME,
          RunSetting.OVERWRITE,
          RunSetting.QUIET,
          RunSetting.STAGE_THREADS,
          ReshapeSetting.BASE,
          ReshapeSetting.FROZEN,
          ReshapeSetting.PRETRAINED,
          ReshapeSetting.PRETRAINED_CONFIG,
          ReshapeSetting.PRETRAINED_NAMES,
          TextSetting.EMBEDDINGS,
          TuneSetting.TUNE,
          TuneSetting.VIEWS,
          TuneSetting.HEAD_EPOCHS,
          DataSetting.REPLAY,
          DataSetting.DOWNLOAD,
          TrainingSetting.OVERLAP,
          TrainingSetting.RECOMPUTE,
          ObjectiveSetting.ALPHA,
          TeachingSetting.TEACHER,
          TeachingSetting.TEMPORAL_WEIGHT,
          TeachingSetting.TEMPORAL_MOMENTUM,
          TeachingSetting.ELR,
          TeachingSetting.GCE);

  /** What is said of one data set and not of another. */
  private static final List<Setting<?>> OF_ONE_DATA_SET =
      List.of(
          DataSetting.DATA,
          DataSetting.CLASSES,
          DataSetting.LABEL_COLUMN,
          TableSetting.DELIMITER,
          TableSetting.DECIMAL,
          TableSetting.MISSING_VALUES,
          TableSetting.BAD_CELLS,
          TableSetting.COLUMNS,
          TableSetting.HEADER,
          TableSetting.COLUMN_NAMES);

  private final Path base;
  private final Settings before;
  private final ModelDescription description;
  private final String precision;

  GrownSettings(Path base, StoredModel model) {
    this.base = base;
    this.before = model.settings();
    this.description = model.description();
    this.precision = model.precision().label();
  }

  /**
   * Lengthens settings.
   *
   * @param modules to add, at least 1
   * @param given what is to be otherwise
   * @param out folder, unless it is given
   */
  Settings of(int modules, List<Assignment> given, Path out) {
    MethodFacts method = before.method();
    if (!method.has(MethodTrait.GROWS)) {
      throw new InputException(
          base.toString(),
          "a run by method " + String.join(", ", MethodCatalog.with(MethodTrait.GROWS)),
          method.name(),
          "grow another run");
    }
    Map<String, String> texts = new LinkedHashMap<>(before.toMap());
    OF_ONE_RUN.forEach(setting -> texts.remove(setting.name()));
    if (otherData(given)) {
      OF_ONE_DATA_SET.forEach(setting -> texts.remove(setting.name()));
      scale(texts);
    }
    set(texts, ModelSetting.METHOD, newModulesLearnBy(method));
    set(texts, ModelSetting.NETWORK, description.network());
    set(texts, TrainingSetting.PRECISION, precision);
    if (before.get(TrainingSetting.EXECUTION).equals("batched")) {
      // It computes all modules as one, and some are not to be trained.
      texts.remove(TrainingSetting.EXECUTION.name());
    }
    set(texts, ReshapeSetting.BASE, base.toString());
    set(texts, ReshapeSetting.FROZEN, "base");
    set(texts, ReshapeSetting.GROWN_MODULES, grown(modules));
    set(texts, ReshapeSetting.KNOWN_CLASSES, known());
    set(texts, RunSetting.OUT, out.toString());
    List<Assignment> all = new ArrayList<>();
    texts.forEach((name, text) -> all.add(new Assignment(name, text, base + " " + name)));
    List<Assignment> others =
        given.stream().filter(one -> !one.name().equals(ObjectiveSetting.ALPHA.name())).toList();
    all.addAll(others);
    all.add(alpha(modules, given));
    return Settings.resolve(all);
  }

  /** New modules learn alone, unless another method is given. */
  private static String newModulesLearnBy(MethodFacts method) {
    boolean alone = method.has(MethodTrait.DECOUPLED) && method.has(MethodTrait.TRAINS_GROWN);
    return alone ? method.name() : ModelSetting.METHOD.defaultValue();
  }

  private static void set(Map<String, String> texts, Setting<?> setting, String text) {
    texts.put(setting.name(), text);
  }

  private boolean otherData(List<Assignment> given) {
    String dataset = before.get(DataSetting.DATASET);
    return given.stream()
        .anyMatch(
            one -> one.name().equals(DataSetting.DATASET.name()) && !one.text().equals(dataset));
  }

  /** Images of other data are brought to the size that the cascade reads. */
  private void scale(Map<String, String> texts) {
    int[] shape = description.shape();
    boolean square = shape.length == 3 && shape[1] == shape[2];
    set(texts, DataSetting.IMAGE_SIZE, square ? Integer.toString(shape[1]) : "0");
  }

  private String grown(int modules) {
    List<Integer> all = new ArrayList<>(before.get(ReshapeSetting.GROWN_MODULES));
    all.add(modules);
    return ReshapeSetting.GROWN_MODULES.type().format(all);
  }

  /** What has grown until now knows all the classes that there have been, unless it knew fewer. */
  private String known() {
    List<Integer> all = new ArrayList<>(before.get(ReshapeSetting.KNOWN_CLASSES));
    while (all.size() <= before.get(ReshapeSetting.GROWN_MODULES).size()) {
      all.add(description.classNames().size());
    }
    return ReshapeSetting.KNOWN_CLASSES.type().format(all);
  }

  /** The weights of the modules that there are, and behind them those of the new ones. */
  private Assignment alpha(int modules, List<Assignment> given) {
    AlphaSpec spec = before.get(ObjectiveSetting.ALPHA);
    double[] old = spec.resolve(before.length());
    String name = ObjectiveSetting.ALPHA.name();
    AlphaSpec added =
        given.stream()
            .filter(one -> one.name().equals(name))
            .reduce((first, last) -> last)
            .map(one -> parsed(one, modules))
            .orElse(new AlphaSpec(List.of(old[old.length - 1]), false));
    List<Double> all = new ArrayList<>(Arrays.stream(old).boxed().toList());
    Arrays.stream(added.resolve(modules)).forEach(all::add);
    boolean alike = all.stream().distinct().count() == 1;
    String text = new AlphaSpec(alike ? all.subList(0, 1) : all, false).toString();
    return new Assignment(name, text, name);
  }

  private static AlphaSpec parsed(Assignment given, int modules) {
    AlphaSpec spec = Settings.defaults().with(given).get(ObjectiveSetting.ALPHA);
    if (!spec.fits(modules)) {
      throw new InputException(
          given.place(),
          "one number or one for each of the %s new modules".formatted(modules),
          "%s (%s)".formatted(spec.values().size(), spec),
          "change it or the number of modules");
    }
    return spec;
  }
}
