package io.github.sid4j.examples;

import io.github.sid4j.reshape.GrowReport;
import io.github.sid4j.reshape.Growth;
import io.github.sid4j.settings.Assignment;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Split digits: a cascade that knows 0 to 4 grows for 5 to 9, against fine-tuning of the same
 * longer cascade by backpropagation. Prints the test accuracy on old and new classes at every
 * depth, among all ten, as mean and standard deviation over seeds.
 */
public final class SplitDigits {
  private static final int OLD_MODULES = 3;
  private static final int NEW_MODULES = 3;

  private static final Map<String, List<String>> WAYS = new LinkedHashMap<>();

  static {
    List<String> growth = List.of();
    List<String> tuning = List.of("method=backprop", "frozen=none");
    WAYS.put("grown", growth);
    WAYS.put("grown, replay 0.1", List.of("replay=0.1"));
    WAYS.put("fine-tuned", tuning);
    WAYS.put("fine-tuned, replay 0.1", List.of("method=backprop", "frozen=none", "replay=0.1"));
  }

  private SplitDigits() {}

  /**
   * Runs the experiment.
   *
   * @param args how many seeds, 3 unless it is said
   * @throws IOException if a run cannot be written
   */
  public static void main(String[] args) throws IOException {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    Path folder = Files.createTempDirectory("split-digits");
    Map<String, List<GrowReport>> reports = new LinkedHashMap<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Path base = folder.resolve("base-" + seed);
      Training.of(
              Settings.parse(
                  Map.of(
                      "classes",
                      "0,1,2,3,4",
                      "modules",
                      Integer.toString(OLD_MODULES),
                      "seed",
                      Integer.toString(seed),
                      "threads",
                      "1",
                      "recipe",
                      "none",
                      "precision",
                      "fp32",
                      "out",
                      base.toString())))
          .run()
          .close();
      for (Map.Entry<String, List<String>> way : WAYS.entrySet()) {
        Path out = folder.resolve(way.getKey().replaceAll("\\W+", "-") + "-" + seed);
        reports
            .computeIfAbsent(way.getKey(), name -> new ArrayList<>())
            .add(grow(base, out, way.getValue()));
      }
    }
    print(reports);
    System.out.println("runs in " + folder);
  }

  private static GrowReport grow(Path base, Path out, List<String> others) throws IOException {
    List<Assignment> given = new ArrayList<>();
    given.add(Assignment.of("classes=5,6,7,8,9"));
    given.add(Assignment.of("out=" + out));
    others.stream().map(Assignment::of).forEach(given::add);
    Training.of(Growth.settings(base, NEW_MODULES, given)).run().close();
    return Growth.report(base, out);
  }

  private static void print(Map<String, List<GrowReport>> reports) {
    List<GrowReport> any = reports.values().iterator().next();
    System.out.println("| | depth | 0 to 4 | 5 to 9 | all |");
    System.out.println("|-|-------|--------|--------|-----|");
    for (int depth = 0; depth < OLD_MODULES; depth++) {
      int d = depth;
      System.out.printf(
          Locale.ROOT,
          "| before | %d | %s | | |%n",
          depth + 1,
          shown(any.stream().mapToDouble(report -> report.oldBefore().get(d)).toArray()));
    }
    reports.forEach(
        (way, of) ->
            IntStream.range(0, OLD_MODULES + NEW_MODULES)
                .forEach(depth -> System.out.println(row(way, depth, of))));
  }

  private static String row(String way, int depth, List<GrowReport> reports) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            way,
            depth + 1,
            shown(reports.stream().mapToDouble(of -> of.oldAfter().get(depth)).toArray()),
            shown(reports.stream().mapToDouble(of -> of.newAfter().get(depth)).toArray()),
            shown(reports.stream().mapToDouble(of -> all(of, depth)).toArray()));
  }

  private static double all(GrowReport of, int depth) {
    return (of.oldAfter().get(depth) * of.oldTestSize()
            + of.newAfter().get(depth) * of.newTestSize())
        / (of.oldTestSize() + of.newTestSize());
  }

  /** Mean and standard deviation in percent. */
  private static String shown(double... values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .sum();
    double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
    return String.format(Locale.ROOT, "%.2f ± %.2f", 100 * mean, 100 * deviation);
  }
}
