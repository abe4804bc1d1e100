package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.MultimodalEncoding;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.TableEncoding;
import io.github.sid4j.internal.data.TextEncoding;
import io.github.sid4j.internal.settings.Limits;
import io.github.sid4j.internal.settings.Shown;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a {@code model.json} can be that of a model. It comes with the models of others. */
final class ModelCheck {
  private static final int MOST_CLASSES = 100_000;

  /** An image of 4096 x 4096 pixels in four channels, more than any reader of images takes. */
  private static final long MOST_NUMBERS = 1L << 26;

  private final String file;
  private final ModelDescription model;

  ModelCheck(String file, ModelDescription model) {
    this.file = file;
    this.model = model;
  }

  void run() {
    if (model.formatVersion() != ModelDescription.FORMAT) {
      throw new InputException(
          file + " format_version",
          Integer.toString(ModelDescription.FORMAT),
          Integer.toString(model.formatVersion()),
          "use the version of sid4j that wrote it, or a newer one");
    }
    text("dataset", model.dataset());
    text("network", model.network());
    classes(model.classNames());
    shape(model.inputShape());
    if (model.input() != null) {
      input(model.input());
    }
  }

  private void text(String field, String text) {
    if (text == null || text.isBlank()) {
      throw wrong(field, "a name", text == null ? "null" : "a blank one");
    }
  }

  private void classes(List<String> names) {
    if (names.size() < 2 || names.size() > MOST_CLASSES) {
      throw wrong(
          "class_names", "2 to %s names".formatted(MOST_CLASSES), Integer.toString(names.size()));
    }
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < names.size(); c++) {
      String field = "class_names[" + c + "]";
      text(field, names.get(c));
      if (!seen.add(names.get(c))) {
        throw wrong(field, "a name of its own", Shown.text(names.get(c)) + " a second time");
      }
    }
  }

  private void shape(List<Integer> shape) {
    if (shape.isEmpty()) {
      throw wrong("input_shape", "at least one size", "none");
    }
    double numbers = 1;
    for (int i = 0; i < shape.size(); i++) {
      Integer size = shape.get(i);
      if (size == null || size < 1) {
        throw wrong("input_shape[" + i + "]", "a size of at least 1", String.valueOf(size));
      }
      numbers *= size;
    }
    if (numbers > MOST_NUMBERS) {
      throw wrong(
          "input_shape",
          "at most %s numbers in an example".formatted(MOST_NUMBERS),
          shape.toString());
    }
  }

  private void input(InputEncoding input) {
    numbers("input", input);
    int[] made = input.shape();
    if (!Arrays.equals(made, model.shape())) {
      throw wrong(
          "input",
          "examples of input_shape, which is " + model.inputShape(),
          "examples of " + Arrays.toString(made));
    }
  }

  /** What an encoding has beside its shape. */
  private void numbers(String where, InputEncoding input) {
    if (input instanceof ImageEncoding images) {
      for (int c = 0; c < images.mean().size(); c++) {
        finite(where + ".mean[" + c + "]", images.mean().get(c));
        finite(where + ".deviation[" + c + "]", images.deviation().get(c));
      }
    } else if (input instanceof TableEncoding table) {
      new TableCheck(this, where, table).run();
    } else if (input instanceof RowEncoding rows) {
      for (int c = 0; c < rows.columns().size(); c++) {
        TableCheck.standardiser(this, where + ".columns[" + c + "]", rows.columns().get(c));
      }
    } else if (input instanceof TextEncoding texts) {
      texts(where, texts);
    } else if (input instanceof MultimodalEncoding several) {
      inputs(where, several);
    }
  }

  private void texts(String where, TextEncoding texts) {
    if (texts.columns().isEmpty()) {
      throw wrong(where + ".columns", "at least one name", "none");
    }
    if (texts.maxTokens() < 1 || texts.maxTokens() > Limits.TOKENS) {
      throw wrong(where + ".max_tokens", "1 to " + Limits.TOKENS, "" + texts.maxTokens());
    }
    if (texts.tokens() < 1 || texts.tokens() > Limits.WIDTH) {
      throw wrong(where + ".tokens", "1 to " + Limits.WIDTH, "" + texts.tokens());
    }
  }

  private void inputs(String where, MultimodalEncoding several) {
    if (several.inputs().isEmpty()) {
      throw wrong(where + ".inputs", "at least one input", "none");
    }
    for (int i = 0; i < several.inputs().size(); i++) {
      MultimodalEncoding.Input input = several.inputs().get(i);
      String place = where + ".inputs[" + i + "]";
      text(place + ".name", input.name());
      if (input.encoding() instanceof MultimodalEncoding
          || input.encoding() instanceof RowEncoding) {
        throw wrong(place + ".encoding", "a table, a text or an image", "another kind");
      }
      numbers(place + ".encoding", input.encoding());
      double width =
          IntStream.of(input.encoding().shape()).asDoubleStream().reduce(1, (a, b) -> a * b);
      if (width < 1 || width > MOST_NUMBERS) {
        throw wrong(place + ".encoding", "1 to %s numbers".formatted(MOST_NUMBERS), "" + width);
      }
    }
  }

  void finite(String field, double number) {
    if (!Double.isFinite(number)) {
      throw wrong(field, "a finite number", Double.isNaN(number) ? "null" : "" + number);
    }
  }

  InputException wrong(String field, String expected, String found) {
    return new InputException(
        file + " " + field, expected, found, "put back the file as the run wrote it");
  }
}
