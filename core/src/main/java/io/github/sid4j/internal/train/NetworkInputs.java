package io.github.sid4j.internal.train;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.settings.MultimodalSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a network has to know of the inputs that the data has become. */
public final class NetworkInputs {
  private NetworkInputs() {}

  /**
   * The settings with the size of the tokenizer, with the fields of a table, or with the inputs of
   * a sample.
   *
   * @param settings of a run
   * @param train its training part
   * @return the same settings where the network has no need of them
   */
  public static Settings sized(Settings settings, Examples train) {
    InputEncoding encoding = train.encoding().orElse(null);
    if (encoding instanceof MultimodalEncoding several) {
      return several(settings, several);
    }
    if (encoding instanceof TextEncoding texts) {
      return settings.with(TextSetting.TOKENS, texts.tokens());
    }
    if (!settings.get(ModelSetting.NETWORK).startsWith("table-")) {
      return settings;
    }
    if (encoding instanceof TableEncoding table) {
      return settings.with(TableSetting.FIELDS, table.fields());
    }
    return encoding instanceof RowEncoding rows
        ? settings.with(TableSetting.FIELDS, List.of("number-" + rows.columns().size()))
        : settings;
  }

  private static Settings several(Settings settings, MultimodalEncoding several) {
    List<String> inputs = several.inputs().stream().map(NetworkInputs::input).toList();
    Settings sized = settings.with(MultimodalSetting.INPUTS, inputs);
    TextEncoding texts = several.texts().orElse(null);
    if (texts != null) {
      sized = sized.with(TextSetting.TOKENS, texts.tokens());
    }
    boolean embedded = settings.get(MultimodalSetting.TABLE_NETWORK).startsWith("table-");
    for (MultimodalEncoding.Input input : several.inputs()) {
      if (embedded && input.encoding() instanceof TableEncoding table) {
        sized = sized.with(TableSetting.FIELDS, table.fields());
      }
    }
    return stages(sized, inputs);
  }

  /** A cascade of several inputs has a module for each. */
  private static Settings stages(Settings sized, List<String> inputs) {
    if (!sized.get(ModelSetting.TOPOLOGY).equals("staged")) {
      return sized;
    }
    if (sized.isGiven(ModelSetting.STAGES)
        && sized.get(ModelSetting.STAGES) != inputs.size()
        && sized.get(ModelSetting.NETWORK).matches("auto|multimodal")) {
      throw InputException.ofSetting(
          "stages",
          "%s, one for each input: %s".formatted(inputs.size(), String.join(", ", inputs)),
          sized.text(ModelSetting.STAGES),
          "leave it out");
    }
    return sized.with(ModelSetting.STAGES, inputs.size());
  }

  private static String input(MultimodalEncoding.Input input) {
    String kind =
        input.encoding() instanceof TextEncoding
            ? "text-"
            : input.encoding() instanceof ImageEncoding ? "image-" : "table-";
    return Arrays.stream(input.encoding().shape())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("x", kind, ""));
  }
}
