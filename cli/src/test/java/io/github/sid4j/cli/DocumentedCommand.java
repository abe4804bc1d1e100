package io.github.sid4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command that a page shows.
 *
 * @param page that shows it, from the root of the project
 * @param words behind {@code ./sid}
 * @param input the file that is piped into it; null for none
 */
record DocumentedCommand(String page, List<String> words, String input) {
  private static final String SID = "./sid ";

  /** Placeholders of the pages, which have blanks in them or stand for more of the same. */
  private static final List<List<String>> PLACEHOLDERS =
      List.of(
          List.of("runs/<other run>", "runs/b"),
          List.of("runs/<run>", "runs/a"),
          List.of(" ... ", " "));

  /** All commands in the blocks of a page, in order. */
  static List<DocumentedCommand> of(Path page) throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    boolean fenced = false;
    StringBuilder line = new StringBuilder();
    for (String next : Files.readAllLines(page)) {
      if (next.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced || next.startsWith("    ")) {
        boolean continued = next.endsWith("\\");
        line.append(continued ? next.substring(0, next.length() - 1) : next);
        if (!continued) {
          add(Path.of("..").relativize(page).toString(), line.toString().strip(), commands);
          line.setLength(0);
        }
      }
    }
    return commands;
  }

  private static void add(String page, String line, List<DocumentedCommand> commands) {
    int begin = line.indexOf(SID);
    if (begin < 0) {
      return;
    }
    String text = line.substring(begin + SID.length());
    for (List<String> placeholder : PLACEHOLDERS) {
      text = text.replace(placeholder.get(0), placeholder.get(1));
    }
    String before = line.substring(0, begin);
    String input = before.startsWith("cat ") ? before.split(" ", -1)[1] : null;
    commands.add(new DocumentedCommand(page, words(text), input));
  }

  /** As a shell would part them; only double quotes are in use. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (text + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        word.append(c);
      }
    }
    return words;
  }

  String name() {
    return words.get(0);
  }

  boolean is(String... names) {
    return Set.of(names).contains(name());
  }

  @Override
  public String toString() {
    return page + ": " + String.join(" ", words);
  }
}
