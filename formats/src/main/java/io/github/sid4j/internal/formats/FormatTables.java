package io.github.sid4j.internal.formats;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.TableChoices;
import io.github.sid4j.internal.data.TableSources;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.DecimalSign;
import io.github.sid4j.internal.formats.parquet.ParquetShard;
import io.github.sid4j.internal.formats.parquet.ParquetTable;
import io.github.sid4j.internal.formats.shard.Damages;
import io.github.sid4j.internal.formats.shard.ShardListing;
import io.github.sid4j.internal.formats.table.JsonLines;
import io.github.sid4j.internal.formats.table.ParquetRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables that are no CSV. They are in memory, and read as a CSV's are. */
final class FormatTables {
  private final DatasetRequest request;
  private final ShardListing listing;
  private final Damages damages;
  private List<String> leftOut = List.of();

  private FormatTables(DatasetRequest request, ShardListing listing) {
    this.request = request;
    this.listing = listing;
    this.damages = new Damages(request.reading().skipDamaged());
  }

  /** The header of the training part, which is read first, is that of the others. */
  static TableSources jsonl(DatasetRequest request, ShardListing listing) {
    FormatTables tables = new FormatTables(request, listing);
    List<String> header = new ArrayList<>();
    listing.checkWhole(tables.damages);
    return tables.sources(
        request.csv().labelColumn(),
        () -> {
          JsonLines.Read read =
              JsonLines.read(listing.files(PartName.TRAINING), null, tables.damages);
          tables.leftOut = read.nested();
          header.addAll(read.table().header());
          return read.table();
        },
        files -> JsonLines.read(files, header, tables.damages).table());
  }

  /** Numbers of classes are read as their names. */
  static TableSources parquet(DatasetRequest request, ShardListing listing, ParquetShard first) {
    FormatTables tables = new FormatTables(request, listing);
    listing.checkWhole(tables.damages);
    List<String> header = ParquetTable.flat(first);
    tables.leftOut = ParquetTable.nested(first);
    PartReader reader = files -> ParquetRows.read(files, header, tables.damages);
    return tables.sources(
        ParquetTable.label(first, request.csv().labelColumn()),
        () -> reader.read(listing.files(PartName.TRAINING)),
        reader);
  }

  private interface PartReader {
    CsvTable read(List<Path> files) throws IOException;
  }

  private TableSources sources(String label, TableSources.Table training, PartReader reader) {
    return new TableSources(
        options(label),
        training,
        source(PartName.TEST, reader),
        source(PartName.VALIDATION, reader),
        new DataFact("files", listing.counts()),
        this::notes);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(listing.notes());
    if (!leftOut.isEmpty()) {
      notes.add(
          "%s: not read, since they are lists or have parts: %s"
              .formatted(listing.root(), CsvLoader.shortened(leftOut)));
    }
    damages.notes().forEach(line -> notes.add(listing.root() + ": " + line));
    return notes;
  }

  private TableSources.Table source(PartName part, PartReader reader) {
    List<Path> files = listing.files(part);
    return files.isEmpty() ? null : () -> reader.read(files);
  }

  /** Numbers in these formats have a decimal point. */
  private CsvOptions options(String label) {
    CsvOptions given = request.csv();
    TableChoices choices = given.choices();
    return new CsvOptions(
        label,
        true,
        List.of(),
        given.uses(),
        new TableChoices(null, DecimalSign.POINT, choices.missingValues(), choices.badCells()),
        given.rules());
  }
}
