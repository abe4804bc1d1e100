package io.github.sid4j.compare;

import java.nio.file.Path;

/**
 * Where the files of a comparison are.
 *
 * @param out the folder of all of them
 */
record Folders(Path out) {
  /** The specification, as it was given. */
  Path spec() {
    return out.resolve("spec.yaml");
  }

  /** Held locked by the process that writes the folder. */
  Path lock() {
    return out.resolve("compare.lock");
  }

  /** The run folder of a cell. */
  Path cell(Cell cell) {
    return out.resolve(name(cell));
  }

  /** The same, as seen from the comparison's. */
  static String name(Cell cell) {
    return "cells/" + cell.id();
  }

  /** What a cell's processes printed. */
  Path log(Cell cell) {
    return out.resolve("logs").resolve(cell.id() + ".log");
  }

  /** Why a cell failed; there only if it did. */
  Path failure(Cell cell) {
    return out.resolve("failed").resolve(cell.id() + ".json");
  }

  /** A {@link ComparisonResult}. */
  Path json() {
    return out.resolve("results.json");
  }

  /** A row for each cell. */
  Path csv() {
    return out.resolve("results.csv");
  }

  /** A row for each configuration. */
  Path summary() {
    return out.resolve("summary.csv");
  }

  /** A page to look at. */
  Path report() {
    return out.resolve("report.html");
  }
}
