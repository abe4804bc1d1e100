package io.github.sid4j.internal.compare;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.AtomicFiles;
import io.github.sid4j.internal.process.Launch;
import io.github.sid4j.internal.report.ReportPage;
import io.github.sid4j.internal.run.BuildInfo;
import io.github.sid4j.internal.run.RunLock;
import io.github.sid4j.settings.Assignment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The runs of a specification, each in a process of its own. What is there of an earlier call is
 * taken up: a finished cell is not run again, an interrupted one resumes from its checkpoint, and
 * one that failed stays so unless it is to be tried again.
 */
public final class Comparison {
  /**
   * How to carry it out.
   *
   * @param launch starts {@code sid}; {@code train} and its flags are added
   * @param cores for all cells together, at least 1
   * @param memory for all cells together, in bytes
   * @param retryFailed whether cells that failed run again
   * @param part of it that this process has
   * @param hidden variables of this process that those of cells do not get
   */
  public record Means(
      Launch launch, int cores, long memory, boolean retryFailed, Part part, Set<String> hidden) {}

  /**
   * What a process has to do of a comparison that several carry out. Each runs cells that no other
   * runs; the first one also writes the results.
   *
   * @param rank from 0
   * @param size how many processes there are, at least 1
   */
  public record Part(int rank, int size) {
    /** The only process. */
    public static final Part ALL = new Part(0, 1);

    boolean isFirst() {
      return rank == 0;
    }
  }

  private final Spec spec;
  private final List<Assignment> overrides;
  private final Plan plan;
  private final Folders folders;
  private final Means means;
  private final Capacity capacity;
  private final Ledger ledger;

  /**
   * Lays out a comparison; changes nothing yet.
   *
   * @param spec what is compared
   * @param overrides settings from the command line, before all others
   * @param out the folder for everything
   * @param means how to carry it out
   * @throws InputException if a cell cannot be run
   */
  public Comparison(Spec spec, List<Assignment> overrides, Path out, Means means) {
    this.spec = spec;
    this.overrides = List.copyOf(overrides);
    this.plan = Plan.of(spec, overrides);
    this.folders = new Folders(out);
    this.means = means;
    this.capacity = new Capacity(means.cores(), means.memory(), spec.memory());
    this.ledger = new Ledger(folders, means.part().size() > 1, means.retryFailed());
    plan.possible().forEach(capacity::check);
  }

  /**
   * The folder in which a comparison is kept unless another is named.
   *
   * @param spec what is compared
   * @return the same for the same name
   */
  public static Path usualFolder(Spec spec) {
    return Path.of("runs", "compare-" + Slug.bounded(Slug.of(spec.name())));
  }

  /**
   * Runs what is left to run, and writes the results; they are also written after each cell.
   *
   * @param listener hears of the course
   * @param stop asked often; once true, the cells stop with a checkpoint and this returns
   * @return the results so far
   * @throws InputException if the folder holds something else or another process writes it, or a
   *     cell was refused
   * @throws IOException if a file cannot be read or written
   */
  public ComparisonResult run(ComparisonListener listener, BooleanSupplier stop)
      throws IOException {
    if (!means.part().isFirst()) {
      new SharedFolder(folders, spec).await(stop);
      if (!stop.getAsBoolean()) {
        look();
        carryOut(listener, stop);
      }
      return result();
    }
    checkFolder();
    look();
    Files.createDirectories(folders.out());
    try (RunLock lock = RunLock.take(folders.lock(), "comparison")) {
      AtomicFiles.write(
          folders.spec(), out -> out.write(spec.text().getBytes(StandardCharsets.UTF_8)));
      try {
        carryOut(listener, stop);
      } finally {
        ResultFiles.write(folders, result());
      }
    }
    return result();
  }

  private void look() throws IOException {
    for (Cell cell : plan.possible()) {
      ledger.look(cell);
      ledger.of(cell).result().ifPresent(result -> capacity.learn(cell, result));
    }
  }

  /**
   * Writes the page that shows the results.
   *
   * @param result that {@link #run} gave
   * @return the file
   * @throws InputException if the folder of a run is damaged
   * @throws IOException if a file cannot be read or written
   */
  public Path report(ComparisonResult result) throws IOException {
    ReportPage.write(folders.report(), spec.name(), ReportEntries.of(folders.out(), result));
    return folders.report();
  }

  private void carryOut(ComparisonListener listener, BooleanSupplier stop) throws IOException {
    SideBySide runner =
        new SideBySide(
            new CellStart(means.launch(), folders, means.hidden()),
            ledger,
            capacity,
            spec.keepsUndefined(),
            stop,
            cell -> {
              if (means.part().isFirst()) {
                ResultFiles.write(folders, result());
              }
              listener.ended(CellResult.of(cell, ledger.of(cell)), cell.epochs());
            },
            listener);
    if (!plan.trials().isEmpty()) {
      begin(listener, "search", plan.trials());
      if (!runner.run(plan.trials())) {
        return;
      }
    }
    List<Cell> cells =
        plan.configurations().stream()
            .flatMap(one -> Selection.chosen(one, ledger).stream())
            .flatMap(List::stream)
            .toList();
    begin(listener, "comparison", cells);
    runner.run(cells);
  }

  private void begin(ComparisonListener listener, String part, List<Cell> cells) {
    List<Cell> open =
        cells.stream().filter(cell -> ledger.of(cell).is(CellState.Status.WAITING)).toList();
    listener.began(part, cells.size(), open.size(), open.stream().mapToLong(Cell::epochs).sum());
  }

  /** Another comparison's folder, or one of something else, is left as it is. */
  private void checkFolder() throws IOException {
    if (Files.exists(folders.spec())) {
      String before = Spec.read(folders.spec()).name();
      if (!before.equals(spec.name())) {
        throw new InputException(
            folders.out().toString(),
            "the comparison " + spec.name(),
            "another, " + before,
            "choose another folder");
      }
      return;
    }
    if (Files.isDirectory(folders.out())) {
      try (Stream<Path> entries = Files.list(folders.out())) {
        if (entries.anyMatch(entry -> !folders.isOfABeginning(entry))) {
          throw notOurs("other files");
        }
      }
    } else if (Files.exists(folders.out())) {
      throw notOurs("a file");
    }
  }

  private InputException notOurs(String found) {
    return new InputException(
        folders.out().toString(),
        "an empty folder or that of a comparison",
        found,
        "choose another folder");
  }

  private ComparisonResult result() {
    List<CellResult> cells = new ArrayList<>();
    List<SeedSummary> summaries = new ArrayList<>();
    for (GridPoint configuration : plan.configurations()) {
      List<CellResult> own = results(configuration);
      cells.addAll(own);
      summaries.add(SeedSummary.of(own));
    }
    plan.trials().forEach(cell -> cells.add(CellResult.of(cell, ledger.of(cell))));
    Map<String, String> given = new LinkedHashMap<>();
    overrides.forEach(setting -> given.put(setting.name(), setting.text()));
    BuildInfo build = BuildInfo.load();
    return new ComparisonResult(
        spec.name(),
        build.version(),
        build.commit(),
        given,
        plan.varying(),
        cells.stream().noneMatch(cell -> cell.state().equals("waiting")),
        List.copyOf(summaries),
        List.copyOf(cells));
  }

  private List<CellResult> results(GridPoint configuration) {
    Optional<List<Cell>> chosen = Selection.chosen(configuration, ledger);
    if (chosen.isPresent()) {
      return chosen.get().stream().map(cell -> CellResult.of(cell, ledger.of(cell))).toList();
    }
    CellState state = Selection.without(configuration, ledger);
    return configuration.cells().stream().map(cell -> CellResult.of(cell, state)).toList();
  }
}
