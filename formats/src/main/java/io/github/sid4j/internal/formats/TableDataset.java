package io.github.sid4j.internal.formats;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.internal.data.CsvLoader;
import io.github.sid4j.internal.data.CsvOptions;
import io.github.sid4j.internal.data.DatasetRequest;
import io.github.sid4j.internal.data.PartName;
import io.github.sid4j.internal.data.SplitDataset;
import io.github.sid4j.internal.data.TableChoices;
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

/** Makes data sets of tables that are no CSV. They are in memory, and read as a CSV's are. */
final class TableDataset {
  private final DatasetRequest request;
  private final ShardListing listing;
  private final Damages damages;
  private final List<String> notes = new ArrayList<>();

  private TableDataset(DatasetRequest request, ShardListing listing) {
    this.request = request;
    this.listing = listing;
    this.damages = new Damages(request.reading().skipDamaged());
  }

  static Dataset jsonl(DatasetRequest request, ShardListing listing) throws IOException {
    TableDataset dataset = new TableDataset(request, listing);
    listing.checkWhole(dataset.damages);
    JsonLines.Read training =
        JsonLines.read(listing.files(PartName.TRAINING), null, dataset.damages);
    dataset.leftOut(training.nested());
    List<String> header = training.table().header();
    return dataset.load(
        request.csv().labelColumn(),
        training.table(),
        files -> JsonLines.read(files, header, dataset.damages).table());
  }

  /** Numbers of classes are read as their names. */
  static Dataset parquet(DatasetRequest request, ShardListing listing, ParquetShard first)
      throws IOException {
    TableDataset dataset = new TableDataset(request, listing);
    listing.checkWhole(dataset.damages);
    List<String> header = ParquetTable.flat(first);
    dataset.leftOut(ParquetTable.nested(first));
    PartReader reader = files -> ParquetRows.read(files, header, dataset.damages);
    return dataset.load(
        ParquetTable.label(first, request.csv().labelColumn()),
        reader.read(listing.files(PartName.TRAINING)),
        reader);
  }

  private void leftOut(List<String> nested) {
    if (!nested.isEmpty()) {
      notes.add(
          "%s: not read, since they are lists or have parts: %s"
              .formatted(listing.root(), CsvLoader.shortened(nested)));
    }
  }

  private interface PartReader {
    CsvTable read(List<Path> files) throws IOException;
  }

  private Dataset load(String label, CsvTable training, PartReader reader) throws IOException {
    SplitDataset dataset =
        CsvLoader.load(
            labelled(label),
            new CsvLoader.TableSources(
                () -> training,
                source(PartName.TEST, reader),
                source(PartName.VALIDATION, reader),
                new DataFact("files", listing.counts()),
                listing.notes()));
    damages.notes().forEach(line -> notes.add(listing.root() + ": " + line));
    return dataset.withNotes(notes);
  }

  private CsvLoader.TableSource source(PartName part, PartReader reader) {
    List<Path> files = listing.files(part);
    return files.isEmpty() ? null : () -> reader.read(files);
  }

  /** Numbers in these formats have a decimal point. */
  private DatasetRequest labelled(String label) {
    CsvOptions given = request.csv();
    TableChoices choices = given.choices();
    return new DatasetRequest(
        request.name(),
        request.dir(),
        new CsvOptions(
            label,
            true,
            List.of(),
            given.uses(),
            new TableChoices(null, DecimalSign.POINT, choices.missingValues(), choices.badCells()),
            given.rules()),
        request.parts(),
        request.imageSize(),
        request.imageRules(),
        request.reading());
  }
}
