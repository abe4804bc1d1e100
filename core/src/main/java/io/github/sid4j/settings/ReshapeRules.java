package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import java.util.List;

/** Which cascades can be made shorter. */
final class ReshapeRules {
  /** Methods that train every module to answer by itself. */
  private static final List<String> ANSWERING =
      List.of("sid", "dgl", "deep-supervision", "local-signals");

  private ReshapeRules() {}

  static void check(Settings settings) {
    int keep = settings.get(ModelSetting.KEEP_MODULES);
    if (keep == 0) {
      return;
    }
    String method = settings.get(ModelSetting.METHOD);
    if (!ANSWERING.contains(method)) {
      throw new InputException(
          "keep-modules",
          "0 with method " + method + ", whose modules do not each learn to answer",
          Integer.toString(keep),
          "leave it out, or train by " + String.join(", ", ANSWERING));
    }
    int full = ModelRules.full(settings);
    if (keep > full) {
      throw new InputException(
          "keep-modules",
          "at most the cascade's length, " + full,
          Integer.toString(keep),
          "keep fewer");
    }
  }
}
