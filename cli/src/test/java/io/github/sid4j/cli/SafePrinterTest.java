package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.RunJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafePrinterTest {
  private static final String HOSTILE = "a\u009b31m\u001b[2J\u202eb\u2028\t\rc";
  private static final String SHOWN = "a\\u009b31m\\u001b[2J\\u202eb\\u2028\\u0009\\u000dc";

  private final StringWriter written = new StringWriter();
  private final SafePrinter printer = SafePrinter.over(new PrintWriter(written, true));

  @Test
  void everyWayToPrintEscapesWhatActsOnATerminal() {
    printer.println(HOSTILE);
    printer.print(HOSTILE.toCharArray());
    printer.printf("%n%s", HOSTILE);
    printer.append(HOSTILE).append('\u009b');
    printer.flush();
    assertThat(written.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(SHOWN + "\n" + SHOWN + "\n" + SHOWN + SHOWN + "\\u009b");
  }

  @Test
  void jsonStaysTheSameJson() {
    PredictLine line = PredictLine.unreadable(PredictItem.unreadable(HOSTILE, "\u0085é"));
    printer.println(RunJson.line(line));
    assertThat(written.toString())
        .contains("\\u009b31m\\u001B[2J\\u202eb\\u2028\\t\\rc", "\\u0085é");
  }

  @Test
  void whatAnEncodingLacksIsEscapedAndNotReplaced() {
    PrintWriter plain = new PrintWriter(written, true);
    SafePrinter.over(plain, StandardCharsets.US_ASCII.newEncoder())
        .println("gr\u00fcn \ud83d\ude00");
    assertThat(written.toString()).startsWith("gr\\u00fcn \\ud83d\\ude00");
  }

  @Test
  void anAlreadySafePrinterIsNotWrappedAgain() {
    assertThat(SafePrinter.over(printer)).isSameAs(printer);
  }

  @Test
  void whatLibrariesLogArrivesByLines() {
    List<String> lines = new ArrayList<>();
    PrintStream stream = new PrintStream(new LineStream(lines::add), true, StandardCharsets.UTF_8);
    stream.print("one ü");
    stream.println("\ttab");
    stream.println(new ByteArrayOutputStream().size());
    assertThat(lines).containsExactly("one ü    tab", "0");
  }

  @Test
  void cellsOfTablesStandOnOneLine() {
    assertThat(new TextTable(List.of("a\nb"), List.of(List.of("\u202ex"))).lines(false))
        .containsExactly("a\\u000ab", "--------", " \\u202ex");
  }
}
