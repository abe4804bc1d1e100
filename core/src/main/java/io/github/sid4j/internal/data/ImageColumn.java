package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvLayout;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.format.ImageFile;
import io.github.sid4j.internal.data.image.ImageRules;
import io.github.sid4j.internal.data.table.CellFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column whose cells name image files, from the folder of the table on. A row whose cell is empty
 * has no image, nor has one whose file cannot be read.
 *
 * @param name of the column
 * @param raw the images that there are
 * @param places for each row the place of its image, -1 where it has none
 * @param refusals for each file that cannot be read a line that says why
 */
// Two are never compared, so the identity of the array does no harm.
@SuppressWarnings("ArrayRecordComponent")
record ImageColumn(String name, RawImages raw, int[] places, List<String> refusals) {
  /** Whether all cells that are not empty are named like image files. */
  static boolean isOne(CsvTable table, int column) {
    List<String> cells =
        table.rows().stream()
            .map(row -> CellText.stripped(row.cells().get(column)))
            .filter(cell -> !cell.isEmpty())
            .toList();
    return !cells.isEmpty() && cells.stream().allMatch(ImageColumn::isNamedLikeImage);
  }

  /** Whether a CSV file has such a column. */
  static boolean isInTable(Path file) {
    try {
      CsvTable table = CsvFile.read(file, new CsvLayout(null, true, List.of()));
      return IntStream.range(0, table.header().size()).anyMatch(column -> isOne(table, column));
    } catch (InputException | IOException e) {
      return false; // Who reads it says what is wrong with it.
    }
  }

  private static boolean isNamedLikeImage(String cell) {
    try {
      Path path = Path.of(cell);
      return path.getFileName() != null && ImageFile.isNamedLikeOne(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The file that a cell names.
   *
   * @param table where it stands
   * @throws InputException if it is no path
   */
  static Path file(CsvTable table, String cell) {
    try {
      return Path.of(table.where()).toAbsolutePath().resolveSibling(CellText.stripped(cell));
    } catch (InvalidPathException e) {
      throw new InputException(
          table.where(), "the path of an image", CellText.quoted(cell), "correct it");
    }
  }

  /**
   * Reads the images of all parts.
   *
   * @param labels of all rows, of one part after the other
   * @param side of the images in pixels; 0 if they are of one size already
   * @throws InputException if none can be read, or they differ in size
   */
  static ImageColumn read(
      List<TablePart> parts, int column, int[] labels, ImageRules rules, int side) {
    List<LabelledFile> named = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    int row = 0;
    for (TablePart part : parts) {
      CellFormat cells = part.cells();
      for (CsvTable.Row each : part.table().rows()) {
        String cell = each.cells().get(column);
        if (!cells.isMissing(cell)) {
          Path file = file(part.table(), cell);
          if (Files.isRegularFile(file)) {
            named.add(new LabelledFile(file, labels[row]));
            rows.add(row);
          } else {
            refusals.add(
                "%s line %s: there is no file %s"
                    .formatted(part.table().where(), each.line(), CellText.quoted(cell)));
          }
        }
        row++;
      }
    }
    String name = parts.get(0).table().header().get(column);
    ImageCollector images = new ImageCollector(rules, side);
    boolean any = images.add(named) > 0;
    refusals.addAll(images.refusals());
    if (!any) {
      throw new InputException(
          parts.get(0).table().where() + " column " + CellText.quoted(name),
          "images that can be read",
          refusals.isEmpty() ? "empty cells" : refusals.get(0),
          "write paths from the folder of the table on");
    }
    int[] places = new int[labels.length];
    Arrays.fill(places, -1);
    int read = 0;
    for (int i = 0; i < named.size(); i++) {
      if (read < images.files().size() && images.files().get(read).equals(named.get(i))) {
        places[rows.get(i)] = read++;
      }
    }
    return new ImageColumn(
        name, new RawImages(images.images(), rules, List.of()), places, refusals);
  }
}
