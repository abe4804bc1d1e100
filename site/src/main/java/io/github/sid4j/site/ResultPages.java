package io.github.sid4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the tables and plots of the results from their data: {@code docs/results/data} has the
 * numbers of each page in {@code docs/results}. In a page a table stands between the marks {@code
 * <!-- table NAME -->} and {@code <!-- end -->}.
 */
public final class ResultPages {
  private static final Pattern TABLE =
      Pattern.compile("(<!-- table ([a-z0-9-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  /** What a page has in the place of a table: the answer to its question. */
  private static final String ANSWER = "answer";

  private final Path folder;
  private final Map<String, Experiment> experiments = new LinkedHashMap<>();

  ResultPages(Path folder) throws IOException {
    this.folder = folder;
    for (String name : Experiment.order(folder.resolve("data/order.json"))) {
      experiments.put(name, Experiment.read(folder.resolve("data").resolve(name + ".json")));
    }
  }

  /**
   * Writes all tables and plots again.
   *
   * @param args the folder {@code docs/results}
   * @throws IOException if something cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<Path, String> file : new ResultPages(Path.of(args[0])).files().entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  Map<String, Experiment> experiments() {
    return experiments;
  }

  /** The pages and plots as they have to be. */
  Map<Path, String> files() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    Path index = folder.resolve("index.md");
    files.put(index, page(index, table -> summary()));
    for (Map.Entry<String, Experiment> entry : experiments.entrySet()) {
      Experiment experiment = entry.getValue();
      Path page = folder.resolve(entry.getKey() + ".md");
      files.put(page, page(page, name -> table(experiment, name)));
      for (ResultChart chart : experiment.charts()) {
        String name = entry.getKey() + "-" + chart.name() + ".svg";
        files.put(folder.resolve("figures").resolve(name), Drawing.of(experiment, chart));
      }
    }
    return files;
  }

  /** What stands where a page has a table of a name. */
  private interface Tables {
    String named(String name);
  }

  private static String page(Path file, Tables tables) throws IOException {
    Matcher mark = TABLE.matcher(Files.readString(file));
    return mark.replaceAll((MatchResult at) -> replacement(at, tables));
  }

  private static String replacement(MatchResult at, Tables tables) {
    return Matcher.quoteReplacement(
        at.group(1) + "\n" + tables.named(at.group(2)) + "\n" + at.group(3));
  }

  private static String table(Experiment experiment, String name) {
    return name.equals(ANSWER)
        ? "> %s (n: %s)\n".formatted(experiment.answer(), experiment.n())
        : experiment.table(name).markdown();
  }

  private String summary() {
    StringBuilder text =
        new StringBuilder("| question | answer | n |\n|----------|--------|--:|\n");
    experiments.forEach(
        (name, experiment) ->
            text.append(
                "| [%s](%s.md) | %s | %s |\n"
                    .formatted(experiment.question(), name, experiment.answer(), experiment.n())));
    return text.toString();
  }
}
