package io.github.sid4j.internal.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Has a list within a list stand in one line, as a row of a matrix does. */
final class RowIndenter implements DefaultPrettyPrinter.Indenter {
  private final DefaultIndenter lines;

  RowIndenter(DefaultIndenter lines) {
    this.lines = lines;
  }

  @Override
  public void writeIndentation(JsonGenerator json, int level) throws IOException {
    JsonStreamContext list = json.getOutputContext();
    if (list.getParent() != null && list.getParent().inArray()) {
      json.writeRaw(' ');
    } else {
      lines.writeIndentation(json, level);
    }
  }

  @Override
  public boolean isInline() {
    return false;
  }
}
