package io.github.sid4j.internal.compare;

import io.github.sid4j.internal.checkpoint.PlainFiles;
import java.nio.file.Path;

/**
 * Where the files of a comparison are. As in a run's folder, none of them may be a link.
 *
 * @param out the folder of all of them
 */
record Folders(Path out) {
  /** The specification, as it was given. */
  Path spec() {
    return PlainFiles.file(out.resolve("spec.yaml"));
  }

  /** Whether a process that was killed before the specification was written may have left it. */
  boolean isOfABeginning(Path entry) {
    return entry.equals(lock())
        || entry.getFileName().toString().matches("\\.tmp-spec\\.yaml-[0-9a-f-]{36}");
  }

  /** Held locked by the process that writes the folder. */
  Path lock() {
    return PlainFiles.file(out.resolve("compare.lock"));
  }

  /** The run folder of a cell. */
  Path cell(Cell cell) {
    PlainFiles.folder(out.resolve("cells"));
    return PlainFiles.folder(out.resolve(name(cell)));
  }

  /** The same, as seen from the comparison's. */
  static String name(Cell cell) {
    return "cells/" + cell.id();
  }

  /** What a cell's processes printed. */
  Path log(Cell cell) {
    return PlainFiles.file(PlainFiles.folder(out.resolve("logs")).resolve(cell.id() + ".log"));
  }

  /** Why a cell failed; there only if it did. */
  Path failure(Cell cell) {
    return PlainFiles.file(PlainFiles.folder(out.resolve("failed")).resolve(cell.id() + ".json"));
  }

  /** Held locked by the process that runs a cell, where several carry out the comparison. */
  Path claim(Cell cell) {
    return PlainFiles.file(PlainFiles.folder(out.resolve("claims")).resolve(cell.id() + ".lock"));
  }

  /** A {@link ComparisonResult}. */
  Path json() {
    return PlainFiles.file(out.resolve("results.json"));
  }

  /** A row for each cell. */
  Path csv() {
    return PlainFiles.file(out.resolve("results.csv"));
  }

  /** A row for each configuration. */
  Path summary() {
    return PlainFiles.file(out.resolve("summary.csv"));
  }

  /** A page to look at. */
  Path report() {
    return PlainFiles.file(out.resolve("report.html"));
  }
}
