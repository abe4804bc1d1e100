package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.run.RunPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Examples of classes that a model does not know, read as the model reads its own. */
final class UnknownInputs {
  private final Path run;
  private final Path place;
  private final Terminal terminal;

  UnknownInputs(Path run, Path place, Terminal terminal) {
    this.run = run;
    this.place = place;
    this.terminal = terminal;
  }

  /** What cannot be read is reported and left out. */
  void read(Consumer<List<float[]>> groups) throws IOException {
    InputEncoding encoding = ModelDescription.read(new RunPaths(run).model()).input();
    if (!PredictInputs.canRead(encoding)) {
      throw new InputException(
          run.toString(),
          "a model that was trained on images, CSV files or texts",
          "one whose data a program brought",
          "leave out --unknown");
    }
    new PredictInputs(encoding, TableChoices.NONE, InputStream.nullInputStream(), this::say)
        .read(List.of(place.toString()), items -> groups.accept(examples(items)));
  }

  private List<float[]> examples(List<PredictItem> items) {
    items.stream().filter(item -> item.error() != null).forEach(item -> say(item.error()));
    return items.stream().filter(item -> item.error() == null).map(this::example).toList();
  }

  private float[] example(PredictItem item) {
    return item.inputs() == null ? item.example() : item.inputs().withImages(this::say);
  }

  private void say(String line) {
    terminal.err().println("sid: " + ConsoleTexts.printable(line));
  }
}
