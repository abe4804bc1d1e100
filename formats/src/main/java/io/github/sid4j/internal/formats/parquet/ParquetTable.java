package io.github.sid4j.internal.formats.parquet;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.formats.shard.Damage;
import io.github.sid4j.internal.formats.shard.Damages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file as texts: numbers of classes become their names. */
public final class ParquetTable {
  private final ParquetShard shard;
  private final List<String> header;
  private final List<List<String>> classNames;

  private ParquetTable(ParquetShard shard, List<String> header) {
    this.shard = shard;
    this.header = header;
    HuggingFaceFeatures features = shard.features();
    this.classNames =
        header.stream().map(name -> features.classes().getOrDefault(name, List.of())).toList();
  }

  /** The columns of a file that have one value in each row. */
  public static List<String> flat(ParquetShard shard) {
    return shard.schema().getFields().stream()
        .filter(ParquetTable::isFlat)
        .map(Type::getName)
        .toList();
  }

  /** The columns of a file that are left out of a table. */
  public static List<String> nested(ParquetShard shard) {
    return shard.schema().getFields().stream()
        .filter(type -> !isFlat(type))
        .map(Type::getName)
        .toList();
  }

  /**
   * The column of the class.
   *
   * @param wanted its name, or the usual one
   * @throws InputException if there is none
   */
  public static String label(ParquetShard shard, String wanted) {
    return ImageColumns.label(shard, wanted);
  }

  private static boolean isFlat(Type type) {
    return type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
  }

  /**
   * A file with the columns of a table.
   *
   * @throws InputException if it lacks one
   */
  public static ParquetTable of(ParquetShard shard, List<String> header) {
    List<String> own = flat(shard);
    header.stream()
        .filter(name -> !own.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw Damage.of(
                  shard.file().toString(),
                  "a column %s as in the first file".formatted(name),
                  CsvLoader.shortened(own));
            });
    return new ParquetTable(shard, List.copyOf(header));
  }

  /**
   * Reads all rows.
   *
   * @param rows gets the cells of each, in the order of the header
   * @param damages gets row groups that are damaged
   * @throws IOException if the file cannot be read
   */
  public void read(Consumer<List<String>> rows, Damages damages) throws IOException {
    MessageType schema = shard.schema();
    MessageType wanted =
        new MessageType(schema.getName(), header.stream().map(schema::getType).toList());
    int[] counts = shard.rows();
    for (int group = 0; group < counts.length; group++) {
      try (RowGroup read = shard.open(group, wanted)) {
        for (int row = 0; row < counts[group]; row++) {
          rows.accept(cells(read.read()));
        }
      } catch (InputException e) {
        damages.shard(e);
      }
    }
  }

  private List<String> cells(Group row) {
    String[] cells = new String[header.size()];
    Arrays.setAll(cells, column -> named(CellTexts.of(row, column), classNames.get(column)));
    return new ArrayList<>(Arrays.asList(cells));
  }

  private static String named(String cell, List<String> names) {
    if (names.isEmpty() || cell.isEmpty()) {
      return cell;
    }
    int number = Integer.parseInt(cell);
    return number >= 0 && number < names.size() ? names.get(number) : "";
  }
}
